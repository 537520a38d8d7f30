import { ProxyProblem, type RequestTrace } from "./proxy/proxyAnswer.ts";
import { scrub } from "../coder/scrub.ts";
import { TransportError, type ProblemDetails, type TransportProblem } from "./transport.ts";

/** Problems by Node's and OpenSSL's error codes. */
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
 * Families of codes and texts, with spaces for underscores. OpenSSL reports `ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED`
 * or, while writing, `EPROTO` with the same words in its text; Electron's BoringSSL writes them the same way. A server
 * that ends the handshake with one of these alerts rejects the client's certificate.
 */
const families: readonly (readonly [pattern: RegExp, problem: TransportProblem])[] = [
	[
		/\balert (?:bad certificate|certificate \w+|unsupported certificate|unknown ca|handshake failure|access denied)/,
		"clientCertificate",
	],
	[/\b(?:wrong version number|packet length too long|http request)\b/, "wrongScheme"],
	[/^hpe header overflow\b/, "headersTooLarge"],
	[/^hpe /, "notHttp"],
];

interface Cause {
	readonly code: string;
	readonly message: string;
	readonly error: Error;
}

/** Converts any error of Node's network layer to the only error that a transport throws. */
export function toTransportError(error: unknown, trace: RequestTrace = {}): TransportError {
	const chain = causeChain(error);
	if (trace.proxyError) chain.push(...causeChain(trace.proxyError));
	const texts = [...new Set(chain.map(textOf))];
	const byProxy = proxyProblem(chain, texts, trace);
	if (byProxy) return byProxy;
	const code = chain.find((cause) => problemOf(cause))?.code ?? chain[0]?.code ?? "";
	const problem = chain.some(isTlsAlert)
		? "wrongScheme"
		: chain.map(problemOf).find((known) => known !== undefined);
	const details = { ...detailsOf(trace), ...(chain.some(isSlow) && { slowToConnect: true }) };
	if (problem) return new TransportError(problem, code, texts, details);
	const broken = texts.some((text) => /aborted|socket hang up|premature close/i.test(text));
	return new TransportError(broken ? "connectionLost" : "network", code, texts, details);
}

/**
 * Returns the problem of a proxy. VS Code's patch only says "Failed to establish a socket connection to proxies", but
 * its `proxy` event has the reason. A proxy's refusal arrives as a response (see `nodeRequest.ts`).
 */
export function proxyRefusal(status: number, trace: RequestTrace): TransportError {
	return new TransportError(
		status === 407 ? "proxyAuth" : "proxy",
		`HTTP ${status}`,
		[`The proxy answered with status ${status}.`],
		{ ...detailsOf(trace), proxyStatus: status },
	);
}

function proxyProblem(
	chain: readonly Cause[],
	texts: readonly string[],
	trace: RequestTrace,
): TransportError | undefined {
	const own = chain.map(({ error }) => error).find((error) => error instanceof ProxyProblem);
	const status = own?.status ?? trace.proxyStatus;
	if (status !== undefined) return proxyRefusal(status, trace);
	if (!own && !trace.proxyError) return undefined;
	const code = chain.map((cause) => cause.code).find((text) => knownProblem(text) !== undefined);
	return new TransportError("proxy", code ?? "", texts, detailsOf(trace));
}

function detailsOf({ proxy }: RequestTrace): ProblemDetails {
	return proxy === undefined ? {} : { proxy };
}

/** Returns true for a connection attempt that timed out, either the system's or one of several addresses. */
function isSlow({ code, error }: Cause): boolean {
	return code === "ETIMEDOUT" && "syscall" in error && error.syscall === "connect";
}

function problemOf({ code, message }: Cause): TransportProblem | undefined {
	const words = `${code} ${message}`.replaceAll("_", " ").toLowerCase();
	return knownProblem(code) ?? families.find(([pattern]) => pattern.test(words))?.[1];
}

function knownProblem(code: string): TransportProblem | undefined {
	return Object.hasOwn(problems, code) ? problems[code] : undefined;
}

/**
 * Returns true for an HTTP parser error over the first bytes of a TLS alert: an HTTP request was sent to an HTTPS port.
 */
function isTlsAlert({ error }: Cause): boolean {
	if (!("rawPacket" in error) || !Buffer.isBuffer(error.rawPacket)) return false;
	const { rawPacket: bytes } = error;
	return bytes[0] === 0x15 && bytes[1] === 0x03;
}

function textOf({ code, message }: Cause): string {
	return scrub([code, message].filter(Boolean).join(": "));
}

/** Returns the error and its causes, including those of an AggregateError; at most eight. */
function causeChain(error: unknown): Cause[] {
	const chain: Cause[] = [];
	const visit = (value: unknown): void => {
		if (!(value instanceof Error) || chain.length === 8) return;
		const code = "code" in value && typeof value.code === "string" ? value.code : "";
		chain.push({ code, message: value.message, error: value });
		visit(value.cause);
		if (value instanceof AggregateError) value.errors.forEach(visit);
	};
	visit(error);
	return chain;
}
