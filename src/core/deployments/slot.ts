import { isUnreachable, type ApiFailure } from "../http/failure.ts";
import type { Answers, EndpointId } from "../coder/model.ts";

/**
 * The state of one endpoint's answer. Not a union of states, because an old value, a failed attempt, and a running
 * request can occur together.
 */
export interface Slot<T> {
	/** The last successful value. A failure doesn't clear it. */
	readonly value?: T;
	/** When `value` arrived, in ms since the epoch. */
	readonly at?: number;
	/** How long the request took, in ms. */
	readonly tookMs?: number;
	/** The failure of the latest attempt, if it failed. */
	readonly failure?: ApiFailure;
	/** When the latest attempt ended, in ms since the epoch. */
	readonly triedAt?: number;
	/** Until when `value` is fresh, in ms since the epoch. */
	readonly freshUntil?: number;
	/** The server version of the latest answer, including refusals. */
	readonly servedBy?: string;
	/** The number of consecutive failures. */
	readonly failures: number;
	/** No automatic request before this time, in ms since the epoch. Manual requests are always possible. */
	readonly notBefore?: number;
	readonly loading: boolean;
}

/** All data of a deployment at one time. Each change creates a new object. */
export type Snapshot = { readonly [K in EndpointId]: Slot<Answers[K]> };

/** The state of a slot as surfaces show it. */
export type SlotState =
	| "notRequested"
	| "loading"
	| "ready"
	/** There is a value, but the latest attempt failed. */
	| "stale"
	| "forbidden"
	| "unsupported"
	| "notReady"
	/** Not requested without the user's consent. */
	| "heldBack"
	| "signedOut"
	| "unreachable"
	| "failed";

/** Returns a slot's state. For "stale", show the value and the failure. */
export function stateOf(slot: Slot<unknown>): SlotState {
	const { value, failure, loading } = slot;
	if (!failure) return value !== undefined ? "ready" : loading ? "loading" : "notRequested";
	// After losing a permission, the old value must no longer be shown.
	if (failure.kind === "forbidden" || failure.kind === "unsupported") return failure.kind;
	if (value !== undefined) return "stale";
	switch (failure.kind) {
		case "notReady":
		case "heldBack":
		case "signedOut":
			return failure.kind;
		case "cancelled":
			return "notRequested";
		default:
			return isUnreachable(failure) ? "unreachable" : "failed";
	}
}
