import { stateOf, type Slot } from "./slot.ts";

/** The value that surfaces may show: the last good one, unless the newest try says that it is no longer ours to see. */
export function shownValue<T>(slot: Slot<T>): T | undefined {
	const state = stateOf(slot);
	return state === "ready" || state === "stale" ? slot.value : undefined;
}
