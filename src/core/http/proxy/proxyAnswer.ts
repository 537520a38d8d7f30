/** A proxy that did not let a request through. */
export class ProxyProblem extends Error {
	override readonly name = "ProxyProblem";
	/** Status of its answer; `undefined` when it gave none. */
	readonly status: number | undefined;

	constructor(message: string, status?: number, options?: ErrorOptions) {
		super(message, options);
		this.status = status;
	}
}

/** What was seen of proxies, sockets and the answer's headers while a request ran. */
export interface RequestTrace {
	/** The proxy that VS Code chose, or that we went through, as a URL without credentials. */
	proxy?: string;
	/** Why the proxy could not be reached. */
	proxyError?: unknown;
	/** Status with which the proxy, and not the deployment, answered. */
	proxyStatus?: number;
	/** The request went over a connection that was open already. */
	reused?: boolean;
	/** The answer's headers by their names in small letters, each value on its own. */
	headers?: Readonly<NodeJS.Dict<readonly string[]>>;
}

/**
 * Reads how VS Code's patch names a proxy, such as `PROXY 10.0.0.1:3128` or `HTTPS me:word@proxy.example:443`, without
 * its credentials. `DIRECT` is none.
 */
export function readProxyResult(result: string): string | undefined {
	const [kind = "", place = ""] = result.trim().split(/\s+/);
	const host = place.replace(/^.*@/, "");
	if (kind === "DIRECT" || host === "") return undefined;
	const scheme =
		{ PROXY: "http", HTTP: "http", HTTPS: "https", SOCKS4: "socks4" }[kind] ?? "socks5";
	return `${scheme}://${host}`;
}

/** A proxy's URL without its credentials. */
export function proxyName(url: string): string {
	const { protocol, host } = new URL(url);
	return `${protocol}//${host}`;
}
