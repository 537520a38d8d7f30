import { trustedSkewMs, type Sample } from "./sample.ts";

const minutes = 60_000;
const days = 24 * 60 * minutes;

/** How long samples are kept, in ms. */
export const keptMs = 30 * days;
/** How long all of them are kept, in ms; of older ones, one in {@link coarseMs}. */
export const fineMs = 2 * days;
/** The distance of older samples, in ms. */
export const coarseMs = 5 * minutes;

/** Whether a moment lies within the time of which samples are shown: not too long ago, and not in the future. */
export function isOfNow(at: number, now: number): boolean {
	return at >= now - keptMs && at <= now + trustedSkewMs;
}

/**
 * What is to be kept of samples that are in order, at `now` in ms since the epoch, by a clock that is right: what is too
 * old goes, and what a clock that was ahead dated to the future.
 */
export function thin(samples: readonly Sample[], now: number): Sample[] {
	return samples.filter(({ at }, index) => {
		if (!isOfNow(at, now)) return false;
		if (at >= now - fineMs) return true;
		// The last one of its five minutes stands for the others.
		const next = samples[index + 1];
		return next === undefined || Math.floor(next.at / coarseMs) > Math.floor(at / coarseMs);
	});
}
