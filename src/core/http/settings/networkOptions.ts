import type { Route } from "../proxy/proxyRoute.ts";

/** How TLS with a deployment is set up. All certificates and keys are PEM text. */
export interface TlsOptions {
	/** Authorities that are trusted besides those that VS Code trusts. */
	readonly ca?: string;
	/** Client certificate, with the key that belongs to it. */
	readonly cert?: string;
	readonly key?: string;
	/** The host name that the server's certificate is to be for, in place of the URL's. */
	readonly servername?: string;
	/** True where any certificate is accepted. */
	readonly insecure: boolean;
}

/** How one deployment is reached: the settings, with everything read and run. It holds secrets. */
export interface NetworkOptions {
	readonly tls: TlsOptions;
	/** Additional headers of each request. */
	readonly headers: Readonly<Record<string, string>>;
	/** For the whole exchange, in ms; without it each endpoint has its own. */
	readonly timeoutMs?: number;
	readonly route: Route;
	/** Value of `Proxy-Authorization` for a proxy that asks for it; empty for none. */
	readonly proxyAuthorization: string;
}

/** How deployments are reached where nothing is set. */
export const defaultNetworkOptions: NetworkOptions = {
	tls: { insecure: false },
	headers: {},
	route: { kind: "default" },
	proxyAuthorization: "",
};
