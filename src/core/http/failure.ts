import type { CertificateFacts } from "./tls/certificate.ts";

/** Why a request to a deployment brought no value. One word to switch on; the sentences are in `explain*.ts`. */
export type FailureKind =
	// The request was not made, or did not come through.
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
	// Somebody answered, but not with what was asked for.
	| "redirected"
	| "notCoder"
	| "workspaceProxy"
	| "tooLarge"
	| "unexpectedBody"
	// Coder answered with an error.
	| "signedOut"
	| "forbidden"
	| "unsupported"
	| "notReady"
	| "rateLimited"
	| "serverError"
	| "rejected";

/** The one thing that helps most against a failure; surfaces offer it as a button. */
export type FailureAction =
	| "signIn"
	| "retry"
	| "changeUrl"
	| "pickCaFile"
	| "openSettings"
	| "showLog"
	| "reloadWindow"
	| "checkHealth";

/** A request's failure, as plain data for every surface. It never holds a token or what a request carried. */
export interface ApiFailure {
	readonly kind: FailureKind;
	/** What went wrong: one sentence for people. */
	readonly message: string;
	/** What to do about it: one sentence for people. */
	readonly advice: string;
	readonly action: FailureAction;
	/** The full name of the setting that `openSettings` is about. */
	readonly setting?: string;
	/** Settings whose headers might have helped, and were not sent because nobody has confirmed the deployment. */
	readonly withheld?: readonly string[];
	/** What the server's certificate says, then those above it, where that is what failed. */
	readonly certificates?: readonly CertificateFacts[];
	/** The session's token can't be read here or must not be sent; nobody asked the server. */
	readonly tokenMissing?: true;
	/** HTTP status, when there was an answer. */
	readonly status?: number;
	/** Coder's X-Coder-Request-Id, by which an administrator finds the request in the server's log. */
	readonly requestId?: string;
	/** How long the server asked us to wait, in ms. */
	readonly retryAfterMs?: number;
	/** What lies beneath, outermost first, for the log. */
	readonly causes: readonly string[];
}

/** True when nobody at the deployment answered: the rest of it is out of reach as well. */
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
