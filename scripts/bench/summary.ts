/** What repeated runs of one thing came to. */
export interface Summary {
	readonly median: number;
	/** The quartiles: half of the runs are between them. */
	readonly low: number;
	readonly high: number;
	readonly runs: number;
}

/** Sums up runs; a value that cannot vary is one run. */
export function summarize(values: readonly number[]): Summary {
	return {
		median: quantile(values, 0.5),
		low: quantile(values, 0.25),
		high: quantile(values, 0.75),
		runs: values.length,
	};
}

/** The value below which a part of the values is, such as 0.95, between neighbours by their distance. */
export function quantile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const place = (sorted.length - 1) * part;
	const below = sorted[Math.floor(place)] ?? Number.NaN;
	const above = sorted[Math.ceil(place)] ?? Number.NaN;
	return below + (above - below) * (place - Math.floor(place));
}
