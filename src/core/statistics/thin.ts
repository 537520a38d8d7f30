import { trustedSkewMs, type Sample } from "./sample.ts";

const minutes = 60_000;
const days = 24 * 60 * minutes;

/** How long samples are stored, in ms. */
export const keptMs = 30 * days;
/** How long all of them are stored, in ms; of older ones, one per {@link coarseMs}. */
export const fineMs = 2 * days;
/** The interval of older samples, in ms. */
export const coarseMs = 5 * minutes;

/** Returns whether a time is neither too old to be shown nor in the future. */
export function isOfNow(at: number, now: number): boolean {
	return at >= now - keptMs && at <= now + trustedSkewMs;
}

/**
 * Returns the ordered samples to keep at `now`, in ms since the epoch, by a clock that is right. Removes expired
 * samples, and those that a clock dated to the future.
 */
export function thin(samples: readonly Sample[], now: number): Sample[] {
	return samples.filter(({ at }, index) => {
		if (!isOfNow(at, now)) return false;
		if (at >= now - fineMs) return true;
		// The last sample of five minutes represents the others.
		const next = samples[index + 1];
		return next === undefined || Math.floor(next.at / coarseMs) > Math.floor(at / coarseMs);
	});
}
