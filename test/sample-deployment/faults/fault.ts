import type { JsonValue } from "../json.ts";

/** Everything that can go wrong, with the details of each kind. */
export type FaultKind =
	/** An error: Coder's own up to 500, and a proxy's HTML from 502 on. `retryAfter` is in seconds. */
	| { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
	/** The dashboard's page with status 200, as after a wrong path or from a sign-in portal. */
	| { readonly kind: "html200" }
	/** A redirect, with status 307 by default. */
	| { readonly kind: "redirect"; readonly to: string; readonly status?: number }
	/** The first half of the correct answer, as a complete body. */
	| { readonly kind: "truncatedJson" }
	/** Valid JSON with a shape that no endpoint has. */
	| { readonly kind: "otherShape"; readonly body?: JsonValue }
	/** JSON of `bytes`, 40 MB by default. */
	| { readonly kind: "huge"; readonly bytes?: number }
	/** A body that never ends. */
	| { readonly kind: "endless" }
	/** No response, but an open connection. */
	| { readonly kind: "never" }
	/** Half of the correct answer before the connection is destroyed. */
	| { readonly kind: "cut" }
	/** The correct answer, later. */
	| { readonly kind: "slow"; readonly delayMs: number }
	/** Bytes that are neither text nor JSON, with JSON's content type. */
	| { readonly kind: "garbage" }
	/** Bytes that aren't even HTTP. */
	| { readonly kind: "notHttp" };

/** A fault and how to apply it. */
export type Fault = FaultKind & {
	/** Number of requests that it applies to; by default, all until it's cleared. */
	readonly times?: number;
	/** Delay before it applies, in ms. */
	readonly delayMs?: number;
};

/** Names of all kinds of faults. */
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
