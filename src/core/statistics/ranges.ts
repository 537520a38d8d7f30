import type { Sample } from "./sample.ts";

const hour = 3_600_000;

/** The times that plots can show, by their ids, in ms. */
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

/** Whether a remembered or received value is the id of a range. */
export function isRange(value: unknown): value is RangeId {
	return typeof value === "string" && Object.hasOwn(ranges, value);
}

/** When a range begins, in ms since the epoch. */
export function startOf(range: RangeId, samples: readonly Sample[], now: number): number {
	// A minute at least: a plot cannot be as narrow as a single sample.
	if (range === "all") return Math.min(samples[0]?.at ?? now, now - 60_000);
	return now - ranges[range];
}
