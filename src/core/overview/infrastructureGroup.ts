import { stateOf, type Slot } from "../deployments/slot.ts";
import type { OutlineNode } from "./node.ts";

/** A part of the infrastructure: one row where all is well. */
export interface InfrastructureGroup {
	readonly row: OutlineNode;
	/** What is wrong, in a few words. */
	readonly trouble?: string;
}

/** The value of a slot, where it may be shown. */
export function shown<T>(slot: Slot<T>): T | undefined {
	const state = stateOf(slot);
	return state === "ready" || state === "stale" ? slot.value : undefined;
}
