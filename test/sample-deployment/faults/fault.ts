import type { JsonValue } from "../json.ts";

/** What can go wrong, each with the details of its kind. */
export type FaultKind =
	/** An error: in Coder's words up to 500, as a proxy's HTML from 502 on. `retryAfter` in seconds. */
	| { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
	/** The dashboard's page with status 200, as after a wrong path or from a sign-in portal. */
	| { readonly kind: "html200" }
	/** Another place to go to, with status 307 unless told otherwise. */
	| { readonly kind: "redirect"; readonly to: string; readonly status?: number }
	/** The right answer, but only its first half, as a complete body. */
	| { readonly kind: "truncatedJson" }
	/** Valid JSON of a shape that no endpoint has. */
	| { readonly kind: "otherShape"; readonly body?: JsonValue }
	/** JSON of `bytes`, by default 40 MB. */
	| { readonly kind: "huge"; readonly bytes?: number }
	/** A body that never ends. */
	| { readonly kind: "endless" }
	/** No answer, but an open connection. */
	| { readonly kind: "never" }
	/** Half of the right answer, then the connection is destroyed. */
	| { readonly kind: "cut" }
	/** The right answer, later. */
	| { readonly kind: "slow"; readonly delayMs: number }
	/** Bytes that are neither text nor JSON, though they are called JSON. */
	| { readonly kind: "garbage" }
	/** Bytes that are not even HTTP. */
	| { readonly kind: "notHttp" };

/** A fault and how it is to be applied. */
export type Fault = FaultKind & {
	/** Number of requests that it applies to; without it, all until it is cleared. */
	readonly times?: number;
	/** Milliseconds to wait before it strikes. */
	readonly delayMs?: number;
};

/** Names of all kinds of fault. */
export const faultKinds = [
	"status",
	"html200",
	"redirect",
	"truncatedJson",
	"otherShape",
	"huge",
	"endless",
	"never",
	"cut",
	"slow",
	"garbage",
	"notHttp",
] as const satisfies readonly Fault["kind"][];
