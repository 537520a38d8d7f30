import { formatMoment } from "../base/format.ts";

/** How exactly a moment is told: to the minute, to the second, to the millisecond. */
const precisions = ["minute", "second", "millisecond"] as const;

/**
 * What snapshots are called by their ids: their moments, each only as exact as it takes to tell it from the others.
 *
 * @param moments ms since the epoch
 */
export function snapshotLabels(moments: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
	const counts = new Map<string, number>();
	for (const at of moments.values()) {
		for (const text of new Set(precisions.map((precision) => formatMoment(at, precision)))) {
			counts.set(text, (counts.get(text) ?? 0) + 1);
		}
	}
	return new Map(
		[...moments].map(([id, at]) => {
			const texts = precisions.map((precision) => formatMoment(at, precision));
			return [id, texts.find((text) => counts.get(text) === 1) ?? texts.at(-1) ?? ""] as const;
		}),
	);
}
