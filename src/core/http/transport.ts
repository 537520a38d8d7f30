import type { CertificateFacts } from "./tls/certificate.ts";
import type { NetworkOptions } from "./settings/networkOptions.ts";

/** One HTTP request, complete. */
export interface TransportRequest {
	readonly method: "GET" | "POST";
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Sending it twice does no more than sending it once, as with `GET`. */
	readonly repeatable?: boolean;
	/** For the whole exchange, connecting and the body included, in ms. */
	readonly timeoutMs: number;
	/** A longer body ends the request with `tooLarge`, in bytes. */
	readonly maxBytes: number;
	readonly signal?: AbortSignal;
	/** How the deployment is reached; without it, as where nothing is set. */
	readonly network?: NetworkOptions;
}

/** An answer with any status; redirects are answers, they are not followed. */
export interface TransportResponse {
	readonly status: number;
	/** One value of a header, its name in any letter case. */
	header(name: string): string | undefined;
	/** All values of a header that may come several times, each on its own. */
	values(name: string): readonly string[];
	/** The body as text (UTF-8). */
	readonly body: string;
}

/** Why there was no answer. */
export type TransportProblem =
	| "cancelled"
	| "timeout"
	| "nameNotFound"
	| "refused"
	| "connectionLost"
	| "certificate"
	/** The server wants a client certificate, or another one. */
	| "clientCertificate"
	/** The proxy wants a user name and password. */
	| "proxyAuth"
	/** The proxy cannot be reached or refused. */
	| "proxy"
	/** http was spoken to a port of https, or the other way round. */
	| "wrongScheme"
	/** Somebody answered, but not in HTTP. */
	| "notHttp"
	/** The answer's headers are longer than Node's HTTP parser takes. */
	| "headersTooLarge"
	| "tooLarge"
	| "network";

/** What else is known of a problem. */
export interface ProblemDetails {
	/** What the server showed of itself, its own certificate first. */
	readonly certificates?: readonly CertificateFacts[];
	/** The proxy on the way, as a URL without credentials. */
	readonly proxy?: string;
	/** Status with which the proxy answered. */
	readonly proxyStatus?: number;
	/** True where the request's own time was up; other time-outs are the system's. */
	readonly timeUp?: boolean;
	/** True where no connection came about, so that nothing was sent, and an attempt at one ran out of time. */
	readonly slowToConnect?: boolean;
}

/** The only error a transport throws. It holds nothing of the request: no header, no token. */
export class TransportError extends Error {
	override readonly name = "TransportError";
	readonly problem: TransportProblem;
	/** The system's or OpenSSL's code, such as `CERT_HAS_EXPIRED`. */
	readonly code: string;
	/** What lies beneath, outermost first. */
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

/** Sends requests. The one seam between core and the network; tests put a fake here, the product axios. */
export interface Transport {
	/** @throws {TransportError} and nothing else */
	send(request: TransportRequest): Promise<TransportResponse>;
}
