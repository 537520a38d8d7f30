import { scrub } from "./scrub.ts";
import { TransportError, type TransportProblem } from "./transport.ts";

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
	HPE_INVALID_CONSTANT: "connectionLost",
	CERT_HAS_EXPIRED: "certificate",
	CERT_NOT_YET_VALID: "certificate",
	CERT_REVOKED: "certificate",
	CERT_UNTRUSTED: "certificate",
	DEPTH_ZERO_SELF_SIGNED_CERT: "certificate",
	SELF_SIGNED_CERT_IN_CHAIN: "certificate",
	UNABLE_TO_GET_ISSUER_CERT: "certificate",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate",
	ERR_TLS_CERT_ALTNAME_INVALID: "certificate",
};

/** Turns whatever Node's network layer threw into the one error that may leave a transport. */
export function toTransportError(error: unknown): TransportError {
	const chain = causeChain(error);
	const code =
		chain.find((cause) => cause.code && cause.code in problems)?.code ?? chain[0]?.code ?? "";
	const texts = chain.map((cause) => scrub([cause.code, cause.message].filter(Boolean).join(": ")));
	const problem = problems[code] ?? (/^ERR_SSL|^EPROTO/.test(code) ? "network" : undefined);
	if (problem) return new TransportError(problem, code, texts);
	const broken = texts.some((text) => /aborted|socket hang up|premature close/i.test(text));
	return new TransportError(broken ? "connectionLost" : "network", code, texts);
}

/** The error and what it stands on, by `cause` and by the parts of an AggregateError. At most eight. */
function causeChain(error: unknown): { readonly code: string; readonly message: string }[] {
	const chain: { code: string; message: string }[] = [];
	const visit = (value: unknown): void => {
		if (!(value instanceof Error) || chain.length === 8) return;
		const code = "code" in value && typeof value.code === "string" ? value.code : "";
		if (!chain.some((known) => known.code === code && known.message === value.message)) {
			chain.push({ code, message: value.message });
		}
		visit(value.cause);
		if (value instanceof AggregateError) value.errors.forEach(visit);
	};
	visit(error);
	return chain;
}
