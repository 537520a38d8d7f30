import { isUnreachable, type ApiFailure } from "../http/failure.ts";
import type { Answers, EndpointId } from "../coder/model.ts";

/**
 * What is known of one endpoint's answer. Not a union of states: an old value, a failure of the newest try and a
 * running request do combine.
 */
export interface Slot<T> {
	/** The last good value. A failure does not take it away. */
	readonly value?: T;
	/** When `value` came, in ms since the epoch. */
	readonly at?: number;
	/** How long the answer took, in ms. */
	readonly tookMs?: number;
	/** What went wrong in the newest try; missing when it went well. */
	readonly failure?: ApiFailure;
	/** When the newest try ended, in ms since the epoch. */
	readonly triedAt?: number;
	/** Until when `value` is good, in ms since the epoch. */
	readonly freshUntil?: number;
	/** The version of the server that the newest answer came from, also when it was a refusal. */
	readonly servedBy?: string;
	/** How many tries in a row have failed. */
	readonly failures: number;
	/** Not to be asked again by itself before this, in ms since the epoch; asking by hand is always possible. */
	readonly notBefore?: number;
	readonly loading: boolean;
}

/** All that is known of a deployment at one moment. Each change is a new object. */
export type Snapshot = { readonly [K in EndpointId]: Slot<Answers[K]> };

/** The state of a slot in one word, as surfaces show it. */
export type SlotState =
	| "notAsked"
	| "loading"
	| "ready"
	/** There is a value, but the newest try failed. */
	| "stale"
	| "forbidden"
	| "unsupported"
	| "notReady"
	/** Not asked without the user's consent. */
	| "heldBack"
	| "signedOut"
	| "unreachable"
	| "failed";

/** Reads a slot's state. "stale" means: show the value and what went wrong. */
export function stateOf(slot: Slot<unknown>): SlotState {
	const { value, failure, loading } = slot;
	if (!failure) return value !== undefined ? "ready" : loading ? "loading" : "notAsked";
	// Losing a permission is news about the present; the old value is no longer ours to show.
	if (failure.kind === "forbidden" || failure.kind === "unsupported") return failure.kind;
	if (value !== undefined) return "stale";
	switch (failure.kind) {
		case "notReady":
		case "heldBack":
		case "signedOut":
			return failure.kind;
		case "cancelled":
			return "notAsked";
		default:
			return isUnreachable(failure) ? "unreachable" : "failed";
	}
}
