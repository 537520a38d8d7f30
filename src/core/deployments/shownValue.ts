import { stateOf, type Slot } from "./slot.ts";

/** Returns the value that surfaces may show: the last one, unless the latest attempt shows that access was lost. */
export function shownValue<T>(slot: Slot<T>): T | undefined {
	const state = stateOf(slot);
	return state === "ready" || state === "stale" ? slot.value : undefined;
}
