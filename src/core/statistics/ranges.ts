import type { Sample } from "./sample.ts";

const hour = 3_600_000;

/** Time ranges of plots by ID, in ms. */
export const ranges = {
	"1h": hour,
	"6h": 6 * hour,
	"1d": 24 * hour,
	"7d": 7 * 24 * hour,
	"30d": 30 * 24 * hour,
	/** From the oldest sample on. */
	all: Infinity,
} as const;

export type RangeId = keyof typeof ranges;

/** Returns whether a stored or received value is a range's ID. */
export function isRange(value: unknown): value is RangeId {
	return typeof value === "string" && Object.hasOwn(ranges, value);
}

/** The initial range, if there are samples that old. */
const firstRange = "6h";

/**
 * Returns the initial range: {@link firstRange}, shorter if there is less data, longer if the newest sample is older.
 */
export function fittingRange(samples: readonly Sample[], now: number): RangeId {
	const [oldest, newest] = [samples[0]?.at ?? now, samples.at(-1)?.at ?? now];
	if (now - oldest <= ranges["1h"]) return "1h";
	const ids = Object.keys(ranges) as RangeId[];
	const enough = ids.slice(ids.indexOf(firstRange));
	return enough.find((id) => now - newest <= ranges[id]) ?? "all";
}

/** Returns the start of a range, in ms since the epoch. */
export function startOf(range: RangeId, samples: readonly Sample[], now: number): number {
	// At least a minute, because a plot can't be as narrow as a single sample.
	if (range === "all") return Math.min(samples[0]?.at ?? now, now - 60_000);
	return now - ranges[range];
}
