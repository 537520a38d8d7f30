import { formatMoment } from "../base/format.ts";

/** The precision of a time: minute, second, or millisecond. */
const precisions = ["minute", "second", "millisecond"] as const;

/**
 * Returns labels of snapshots by ID: their times, only as precise as needed to distinguish them.
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
