import type { RequestOptions } from "node:https";
import type { TlsOptions } from "../settings/networkOptions.ts";

/**
 * The authorities that verify a certificate. Node, and so VS Code, uses either a request's authorities or its own and
 * the system's, never both. So both are tried in turn.
 */
export type Trust = "own" | "system";

/** Node's and OpenSSL's codes for an unknown issuer. With other codes, other authorities wouldn't help. */
const unknownIssuer: ReadonlySet<string> = new Set([
	"CERT_UNTRUSTED",
	"DEPTH_ZERO_SELF_SIGNED_CERT",
	"SELF_SIGNED_CERT_IN_CHAIN",
	"UNABLE_TO_GET_ISSUER_CERT",
	"UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
	"UNABLE_TO_VERIFY_LEAF_SIGNATURE",
]);

export function isUnknownIssuer(code: string): boolean {
	return unknownIssuer.has(code);
}

/** Returns the TLS options of a request. */
export function tlsRequestOptions(tls: TlsOptions, trust: Trust): RequestOptions {
	const { ca, cert, key, servername, insecure } = tls;
	return {
		// As in Go, which the CLI uses: any certificate in the file is trusted, including intermediate ones.
		...(trust === "own" && ca ? { ca, allowPartialTrustChain: true } : {}),
		...(cert && key ? { cert, key } : {}),
		...(servername ? { servername } : {}),
		...(insecure ? { rejectUnauthorized: false } : {}),
	};
}

/** Remembers which authorities verified a server's certificate, to try them first. */
export class TrustMemory {
	readonly #system = new Set<string>();

	/** Returns what to try for an origin, in order; never empty. */
	order(origin: string, { ca, insecure }: TlsOptions): Trust[] {
		if (!ca || insecure) return ["system"];
		return this.#system.has(origin) ? ["system", "own"] : ["own", "system"];
	}

	worked(origin: string, trust: Trust): void {
		if (trust === "system") this.#system.add(origin);
		else this.#system.delete(origin);
	}
}
