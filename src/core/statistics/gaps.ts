import { defaultIntervalMs, type Sample } from "./sample.ts";
import { coarseMs, fineMs } from "./thin.ts";

/** So many collections in a row may be missing before a line breaks. */
const missedCollections = 4;
const missedCoarse = 2.5;

/**
 * Whether there is no data between two neighbouring samples, so that no line may lead from one to the other.
 *
 * @param now ms since the epoch: old samples are kept less often
 */
export function isGap(before: Sample, after: Sample, now: number): boolean {
	// However often a server collects, it is not asked much more often than usual.
	const usual = missedCollections * Math.max(before.intervalMs, defaultIntervalMs);
	const longest = before.at < now - fineMs ? Math.max(usual, missedCoarse * coarseMs) : usual;
	return after.at - before.at > longest;
}
