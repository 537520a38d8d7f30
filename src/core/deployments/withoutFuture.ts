import { isAhead } from "../base/age.ts";
import type { Slot, Snapshot } from "./slot.ts";

/**
 * What is known, without times to come: the clock was ahead when it was learned and has been set right since. What was
 * asked then counts as asked now, so that everything that comes is newer, and is due.
 *
 * @param now in ms since the epoch
 * @returns the same object when there is nothing to mend
 */
export function withoutFuture(snapshot: Snapshot, now: number): Snapshot {
	const slots = Object.entries(snapshot) as [string, Slot<unknown>][];
	if (!slots.some(([, slot]) => isFromFuture(slot, now))) return snapshot;
	return Object.fromEntries(
		slots.map(([id, slot]) => [id, isFromFuture(slot, now) ? asOfNow(slot, now) : slot]),
	) as unknown as Snapshot;
}

function isFromFuture({ at = 0, triedAt = 0 }: Slot<unknown>, now: number): boolean {
	return isAhead(Math.max(at, triedAt), now);
}

function asOfNow(slot: Slot<unknown>, now: number): Slot<unknown> {
	const { at, triedAt, freshUntil, notBefore } = slot;
	return {
		...slot,
		...(at !== undefined && { at: Math.min(at, now) }),
		...(triedAt !== undefined && { triedAt: Math.min(triedAt, now) }),
		...(freshUntil !== undefined && { freshUntil: Math.min(freshUntil, now) }),
		// What is not to be asked again by itself at all stays so.
		...(notBefore !== undefined &&
			notBefore !== Infinity && { notBefore: Math.min(notBefore, now) }),
	};
}
