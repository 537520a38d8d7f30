import { ProxyProblem, type RequestTrace } from "./proxy/proxyAnswer.ts";
import { scrub } from "../coder/scrub.ts";
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
 * Whole families of codes and texts, with spaces for underscores. OpenSSL says `ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED`
 * or, while writing, `EPROTO` with the same words in its text; Electron's BoringSSL writes them alike. A server that
 * ends the handshake with one of these alerts is not pleased with the client's certificate.
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

/** Turns whatever Node's network layer threw into the one error that may leave a transport. */
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
 * The problem of a proxy. VS Code's patch says only "Failed to establish a socket connection to proxies", but tells
 * the reason with the event `proxy`; a proxy's refusal reaches us as a response (see `nodeRequest.ts`).
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

/** True for an attempt to connect that ran out of time: the system's or, with several addresses, that of an attempt. */
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

/** True for an HTTP parser's error over bytes that begin a TLS alert: http was spoken to a port of https. */
function isTlsAlert({ error }: Cause): boolean {
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
		chain.push({ code, message: value.message, error: value });
		visit(value.cause);
		if (value instanceof AggregateError) value.errors.forEach(visit);
	};
	visit(error);
	return chain;
}
