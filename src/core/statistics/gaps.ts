import { defaultIntervalMs, type Sample } from "./sample.ts";
import { coarseMs, fineMs } from "./thin.ts";

/** The number of consecutive collections that may be missing before a line breaks. */
const missedCollections = 4;
const missedCoarse = 2.5;

/**
 * Returns whether there is a gap between two consecutive samples, so that no line may connect them.
 *
 * @param now ms since the epoch; old samples are less dense
 */
export function isGap(before: Sample, after: Sample, now: number): boolean {
	// However often a server collects, it isn't requested much more often than by default.
	const usual = missedCollections * Math.max(before.intervalMs, defaultIntervalMs);
	const longest = before.at < now - fineMs ? Math.max(usual, missedCoarse * coarseMs) : usual;
	return after.at - before.at > longest;
}
