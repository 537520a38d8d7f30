import { canParse, isPlainHttp } from "../base/url.ts";

/** True when a `host:port` to listen on takes connections from everywhere: no host, or an all-zero address. */
export function listensEverywhere(address: string): boolean {
	const colon = address.lastIndexOf(":");
	if (colon === -1) return false;
	const host = address.slice(0, colon).replace(/^\[|\]$/g, "");
	return (
		host === "" ||
		host === "0.0.0.0" ||
		host === "*" ||
		(host.includes(":") && /^[0:]+$/.test(host))
	);
}

/** True for a network that holds every address, such as `0.0.0.0/0`. */
export function holdsEveryAddress(network: string): boolean {
	return /\/0+$/.test(network.trim());
}

/** True for a text that is an http URL, without the s, to another machine than the server itself. */
export function isHttpElsewhere(text: string): boolean {
	return canParse(text) && isPlainHttp(text);
}
