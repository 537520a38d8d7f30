/** Thrown when a proxy doesn't let a request through. */
export class ProxyProblem extends Error {
	override readonly name = "ProxyProblem";
	/** The status of its response; `undefined` if there was none. */
	readonly status: number | undefined;

	constructor(message: string, status?: number, options?: ErrorOptions) {
		super(message, options);
		this.status = status;
	}
}

/** Observations about proxies, sockets, and response headers during a request. */
export interface RequestTrace {
	/** The proxy that VS Code chose or that was used, as a URL without credentials. */
	proxy?: string;
	/** Why the proxy is unreachable. */
	proxyError?: unknown;
	/** The status of the response, if it came from the proxy and not the deployment. */
	proxyStatus?: number;
	/** The request used an existing connection. */
	reused?: boolean;
	/** The response headers by lowercase name, with each value separately. */
	headers?: Readonly<NodeJS.Dict<readonly string[]>>;
}

/**
 * Parses a proxy as VS Code's patch reports it, such as `PROXY 10.0.0.1:3128` or `HTTPS me:word@proxy.example:443`,
 * without its credentials. `DIRECT` means none.
 */
export function readProxyResult(result: string): string | undefined {
	const [kind = "", place = ""] = result.trim().split(/\s+/);
	const host = place.replace(/^.*@/, "");
	if (kind === "DIRECT" || host === "") return undefined;
	const scheme =
		{ PROXY: "http", HTTP: "http", HTTPS: "https", SOCKS4: "socks4" }[kind] ?? "socks5";
	return `${scheme}://${host}`;
}

/** Returns a proxy's URL without its credentials. */
export function proxyName(url: string): string {
	const { protocol, host } = new URL(url);
	return `${protocol}//${host}`;
}
