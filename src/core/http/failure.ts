import type { CertificateFacts } from "./tls/certificate.ts";

/** Why a request to a deployment returned no value. The sentences are in `explain*.ts`. */
export type FailureKind =
	// The request wasn't sent or didn't arrive.
	| "settings"
	| "heldBack"
	| "cancelled"
	| "timeout"
	| "nameNotFound"
	| "refused"
	| "connectionLost"
	| "certificate"
	| "clientCertificate"
	| "proxyAuth"
	| "proxy"
	| "wrongScheme"
	| "network"
	// Something responded, but not as expected.
	| "redirected"
	| "notCoder"
	| "workspaceProxy"
	| "tooLarge"
	| "unexpectedBody"
	// Coder responded with an error.
	| "signedOut"
	| "forbidden"
	| "unsupported"
	| "notReady"
	| "rateLimited"
	| "serverError"
	| "rejected";

/** The action that helps most with a failure; surfaces offer it as a button. */
export type FailureAction =
	| "signIn"
	| "retry"
	| "changeUrl"
	| "pickCaFile"
	| "openSettings"
	| "showLog"
	| "reloadWindow"
	| "checkHealth";

/** A request's failure, as plain data for every surface. Never contains a token or the request's content. */
export interface ApiFailure {
	readonly kind: FailureKind;
	/** What went wrong, in one sentence for users. */
	readonly message: string;
	/** What to do about it, in one sentence for users. */
	readonly advice: string;
	readonly action: FailureAction;
	/** The full name of the setting that `openSettings` opens. */
	readonly setting?: string;
	/**
	 * Settings with headers that might have helped, but weren't sent because the user hasn't confirmed the deployment.
	 */
	readonly withheld?: readonly string[];
	/** The server's certificate, then its issuers, if that is what failed. */
	readonly certificates?: readonly CertificateFacts[];
	/** The session's token can't be read here or must not be sent; the server wasn't asked. */
	readonly tokenMissing?: true;
	/** Why the server didn't accept the session token. */
	readonly tokenRefused?: "expired" | "invalid";
	/** HTTP status, if there was a response. */
	readonly status?: number;
	/** Coder's X-Coder-Request-Id, which identifies the request in the server's log. */
	readonly requestId?: string;
	/** How long the server asked to wait, in ms. */
	readonly retryAfterMs?: number;
	/** Underlying errors, outermost first, for the log. */
	readonly causes: readonly string[];
}

/** Returns true if the whole deployment is unreachable. */
export function isUnreachable(failure: ApiFailure): boolean {
	return unreachable.has(failure.kind);
}

const unreachable: ReadonlySet<FailureKind> = new Set([
	"settings",
	"timeout",
	"nameNotFound",
	"refused",
	"connectionLost",
	"certificate",
	"clientCertificate",
	"proxyAuth",
	"proxy",
	"wrongScheme",
	"network",
]);

/** A value, or why there is none. */
export type Outcome<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ApiFailure };
