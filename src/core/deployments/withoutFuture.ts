import { isAhead } from "../base/age.ts";
import type { Slot, Snapshot } from "./slot.ts";

/**
 * Returns the data without times in the future, which result from a clock that was ahead and has been corrected. Their
 * requests are treated as sent now, so that everything that follows is newer and due.
 *
 * @param now in ms since the epoch
 * @returns the same object if nothing has to be corrected
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
		// Endpoints that must not be requested automatically at all stay that way.
		...(notBefore !== undefined &&
			notBefore !== Infinity && { notBefore: Math.min(notBefore, now) }),
	};
}
