import { ProxyProblem, type Seen } from "./network/proxyAnswer.ts";
import { scrub } from "./scrub.ts";
import { TransportError, type ProblemDetails, type TransportProblem } from "./transport.ts";

/** Node's and OpenSSL's error codes by what they mean to a person. */
const problems: Readonly<Record<string, TransportProblem>> = {
	ENOTFOUND: "nameNotFound",
	EAI_AGAIN: "nameNotFound",
	EAI_FAIL: "nameNotFound",
	ECONNREFUSED: "refused",
	ETIMEDOUT: "timeout",
	ESOCKETTIMEDOUT: "timeout",
	ECONNABORTED: "timeout",
	ECONNRESET: "connectionLost",
	EPIPE: "connectionLost",
	ERR_STREAM_PREMATURE_CLOSE: "connectionLost",
	CERT_HAS_EXPIRED: "certificate",
	CERT_NOT_YET_VALID: "certificate",
	CERT_REVOKED: "certificate",
	CERT_UNTRUSTED: "certificate",
	DEPTH_ZERO_SELF_SIGNED_CERT: "certificate",
	SELF_SIGNED_CERT_IN_CHAIN: "certificate",
	UNABLE_TO_GET_ISSUER_CERT: "certificate",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate",
	INVALID_CA: "certificate",
	INVALID_PURPOSE: "certificate",
	PATH_LENGTH_EXCEEDED: "certificate",
	ERR_TLS_CERT_ALTNAME_INVALID: "certificate",
};

/**
 * Whole families of codes. OpenSSL and Electron's BoringSSL name alerts alike but for their beginning, such as
 * `ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED`. A server that ends the handshake with one of these is not pleased with
 * the client's certificate.
 */
const families: readonly (readonly [pattern: RegExp, problem: TransportProblem])[] = [
	[
		/^ERR_SSL_\w*ALERT_(?:BAD_CERTIFICATE|CERTIFICATE_\w+|UNSUPPORTED_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|ACCESS_DENIED)$/,
		"clientCertificate",
	],
	[/^ERR_SSL_(?:WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/, "wrongScheme"],
	[/^HPE_/, "notHttp"],
];

interface Cause {
	readonly code: string;
	readonly message: string;
	readonly error: Error;
}

/** Turns whatever Node's network layer threw into the one error that may leave a transport. */
export function toTransportError(error: unknown, seen: Seen = {}): TransportError {
	const chain = causeChain(error);
	if (seen.proxyError) chain.push(...causeChain(seen.proxyError));
	const texts = chain.map(textOf);
	const byProxy = proxyProblem(chain, texts, seen);
	if (byProxy) return byProxy;
	const code = chain.find((cause) => problemOf(cause))?.code ?? chain[0]?.code ?? "";
	const problem = chain.map(problemOf).find((known) => known !== undefined);
	if (problem) return new TransportError(problem, code, texts, detailsOf(seen));
	const broken = texts.some((text) => /aborted|socket hang up|premature close/i.test(text));
	return new TransportError(broken ? "connectionLost" : "network", code, texts, detailsOf(seen));
}

/**
 * The problem of a proxy. VS Code's patch says only "Failed to establish a socket connection to proxies", but tells
 * the reason with the event `proxy`; a proxy's refusal reaches us as a response (see `nodeRequest.ts`).
 */
export function proxyRefusal(status: number, seen: Seen): TransportError {
	return new TransportError(
		status === 407 ? "proxyAuth" : "proxy",
		`HTTP ${status}`,
		[`The proxy answered with status ${status}.`],
		{ ...detailsOf(seen), proxyStatus: status },
	);
}

function proxyProblem(
	chain: readonly Cause[],
	texts: readonly string[],
	seen: Seen,
): TransportError | undefined {
	const own = chain.map(({ error }) => error).find((error) => error instanceof ProxyProblem);
	const status = own?.status ?? seen.proxyStatus;
	if (status !== undefined) return proxyRefusal(status, seen);
	if (!own && !seen.proxyError) return undefined;
	const code = chain.map((cause) => cause.code).find((text) => text !== "" && text in problems);
	return new TransportError("proxy", code ?? "", texts, detailsOf(seen));
}

function detailsOf({ proxy }: Seen): ProblemDetails {
	return proxy === undefined ? {} : { proxy };
}

function problemOf({ code, error }: Cause): TransportProblem | undefined {
	if (isTlsAlert(error)) return "wrongScheme";
	return problems[code] ?? families.find(([pattern]) => pattern.test(code))?.[1];
}

/** True for an HTTP parser's error over bytes that begin a TLS alert: http was spoken to a port of https. */
function isTlsAlert(error: Error): boolean {
	if (!("rawPacket" in error) || !Buffer.isBuffer(error.rawPacket)) return false;
	const { rawPacket: bytes } = error;
	return bytes[0] === 0x15 && bytes[1] === 0x03;
}

function textOf({ code, message }: Cause): string {
	return scrub([code, message].filter(Boolean).join(": "));
}

/** The error and what it stands on, by `cause` and by the parts of an AggregateError. At most eight. */
function causeChain(error: unknown): Cause[] {
	const chain: Cause[] = [];
	const visit = (value: unknown): void => {
		if (!(value instanceof Error) || chain.length === 8) return;
		const code = "code" in value && typeof value.code === "string" ? value.code : "";
		if (!chain.some((known) => known.code === code && known.message === value.message)) {
			chain.push({ code, message: value.message, error: value });
		}
		visit(value.cause);
		if (value instanceof AggregateError) value.errors.forEach(visit);
	};
	visit(error);
	return chain;
}
