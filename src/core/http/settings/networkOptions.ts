import type { Route } from "../proxy/proxyRoute.ts";

/** TLS options of a deployment. All certificates and keys are PEM text. */
export interface TlsOptions {
	/** Authorities to trust in addition to VS Code's. */
	readonly ca?: string;
	/** Client certificate; requires its key. */
	readonly cert?: string;
	readonly key?: string;
	/** The host name to verify the certificate against, instead of the URL's. */
	readonly servername?: string;
	/** Accepts any certificate. */
	readonly insecure: boolean;
}

/** Options for requests to one deployment, after all files have been read and commands run. Contains secrets. */
export interface NetworkOptions {
	readonly tls: TlsOptions;
	/** Additional headers for each request. */
	readonly headers: Readonly<Record<string, string>>;
	/** For the whole exchange, in ms; by default, each endpoint has its own. */
	readonly timeoutMs?: number;
	readonly route: Route;
	/** Value of `Proxy-Authorization` for a proxy that requires it; empty for none. */
	readonly proxyAuthorization: string;
}

/** The options for requests if nothing is set. */
export const defaultNetworkOptions: NetworkOptions = {
	tls: { insecure: false },
	headers: {},
	route: { kind: "default" },
	proxyAuthorization: "",
};
