/** A summary of repeated runs. */
export interface Summary {
	readonly median: number;
	/** The quartiles: half of the values are between them. */
	readonly low: number;
	readonly high: number;
	readonly runs: number;
}

/** Summarizes runs. A value that can't vary has a single run. */
export function summarize(values: readonly number[]): Summary {
	return {
		median: quantile(values, 0.5),
		low: quantile(values, 0.25),
		high: quantile(values, 0.75),
		runs: values.length,
	};
}

/** Returns the value below which a proportion of the values lies, such as 0.95. Interpolates linearly. */
export function quantile(values: readonly number[], part: number): number {
	const sorted = values.toSorted((a, b) => a - b);
	const place = (sorted.length - 1) * part;
	const below = sorted[Math.floor(place)] ?? Number.NaN;
	const above = sorted[Math.ceil(place)] ?? Number.NaN;
	return below + (above - below) * (place - Math.floor(place));
}
