import type { CertificateFacts } from "./tls/certificate.ts";
import type { NetworkOptions } from "./settings/networkOptions.ts";

/** A complete HTTP request. */
export interface TransportRequest {
	readonly method: "GET" | "POST";
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Sending it twice has the same effect as sending it once, as with `GET`. */
	readonly repeatable?: boolean;
	/** For the whole exchange, including connecting and the body, in ms. */
	readonly timeoutMs: number;
	/** A longer body ends the request with `tooLarge`, in bytes. */
	readonly maxBytes: number;
	readonly signal?: AbortSignal;
	/** How to reach the deployment; by default, as if nothing were set. */
	readonly network?: NetworkOptions;
}

/** A response with any status. Redirects are returned, not followed. */
export interface TransportResponse {
	readonly status: number;
	/** Returns one value of a header, ignoring the case of its name. */
	header(name: string): string | undefined;
	/** Returns all values of a header that can be repeated. */
	values(name: string): readonly string[];
	/** The body as text (UTF-8). */
	readonly body: string;
}

/** Why there was no response. */
export type TransportProblem =
	| "cancelled"
	| "timeout"
	| "nameNotFound"
	| "refused"
	| "connectionLost"
	| "certificate"
	/** The server requires a client certificate, or another one. */
	| "clientCertificate"
	/** The proxy requires a user name and password. */
	| "proxyAuth"
	/** The proxy is unreachable or refused. */
	| "proxy"
	/** HTTP was used for an HTTPS port, or the other way round. */
	| "wrongScheme"
	/** The response isn't HTTP. */
	| "notHttp"
	/** The response headers are too long for Node's HTTP parser. */
	| "headersTooLarge"
	| "tooLarge"
	| "network";

/** Details of a problem. */
export interface ProblemDetails {
	/** The server's certificates, its own first. */
	readonly certificates?: readonly CertificateFacts[];
	/** The proxy that was used, as a URL without credentials. */
	readonly proxy?: string;
	/** The proxy's response status. */
	readonly proxyStatus?: number;
	/** The request's own timeout expired; other timeouts are the system's. */
	readonly timeUp?: boolean;
	/** No connection was established, so nothing was sent, and an attempt timed out. */
	readonly slowToConnect?: boolean;
}

/** The only error that a transport throws. Contains no part of the request: no headers, no token. */
export class TransportError extends Error {
	override readonly name = "TransportError";
	readonly problem: TransportProblem;
	/** The system's or OpenSSL's code, such as `CERT_HAS_EXPIRED`. */
	readonly code: string;
	/** Underlying errors, outermost first. */
	readonly causes: readonly string[];
	readonly details: ProblemDetails;

	constructor(
		problem: TransportProblem,
		code: string,
		causes: readonly string[],
		details: ProblemDetails = {},
	) {
		super(code === "" ? problem : `${problem} (${code})`);
		this.problem = problem;
		this.code = code;
		this.causes = causes;
		this.details = details;
	}
}

/** Sends requests: the only connection between core and the network. Tests use a fake, the product uses axios. */
export interface Transport {
	/** @throws {TransportError} and nothing else */
	send(request: TransportRequest): Promise<TransportResponse>;
}
