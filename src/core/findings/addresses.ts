import { canParse, isPlainHttp } from "../base/url.ts";

/** Returns true if a `host:port` listens on all addresses: no host, or an all-zero address. */
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

/** Returns true for a network that contains every address, such as `0.0.0.0/0`. */
export function holdsEveryAddress(network: string): boolean {
	return /\/0+$/.test(network.trim());
}

/** Returns true for an HTTP URL (not HTTPS) to a machine other than the server itself. */
export function isHttpElsewhere(text: string): boolean {
	return canParse(text) && isPlainHttp(text);
}
