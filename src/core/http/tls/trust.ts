import type { RequestOptions } from "node:https";
import type { TlsOptions } from "../settings/networkOptions.ts";

/**
 * By whose authorities a certificate is judged. Node, and so VS Code, uses either the authorities that a request
 * brings or its own and the system's, never both; so both are tried, one after the other.
 */
export type Trust = "own" | "system";

/** The codes of Node and OpenSSL that mean: nobody known vouches for it. Others would know no better. */
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

/** The parts of a request that set up TLS. */
export function tlsRequestOptions(tls: TlsOptions, trust: Trust): RequestOptions {
	const { ca, cert, key, servername, insecure } = tls;
	return {
		// As for Go, whose rules the CLI has: any certificate in the file is trusted, an intermediate one too.
		...(trust === "own" && ca ? { ca, allowPartialTrustChain: true } : {}),
		...(cert && key ? { cert, key } : {}),
		...(servername ? { servername } : {}),
		...(insecure ? { rejectUnauthorized: false } : {}),
	};
}

/** Remembers which authorities a server's certificate came from, so that they are tried first. */
export class TrustMemory {
	readonly #system = new Set<string>();

	/** What to try for an origin, in order; never empty. */
	order(origin: string, { ca, insecure }: TlsOptions): Trust[] {
		if (!ca || insecure) return ["system"];
		return this.#system.has(origin) ? ["system", "own"] : ["own", "system"];
	}

	worked(origin: string, trust: Trust): void {
		if (trust === "system") this.#system.add(origin);
		else this.#system.delete(origin);
	}
}
