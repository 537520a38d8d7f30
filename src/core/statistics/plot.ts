/** A series of numbers over time. */
export interface PlotSeries {
	/** Coder's name, such as `running`. */
	readonly name: string;
	readonly label: string;
	/** The newest sample's number, not an average. */
	readonly newest: number | null;
	/** One value per time of the plot; `null` if there is no data. */
	readonly values: readonly (number | null)[];
}

/** A value above which something is rated differently. */
export interface Threshold {
	readonly at: number;
	readonly label: string;
}

/** Series that are drawn together. */
export interface Plot {
	readonly id: "workspaces" | "latency" | "traffic" | "sessions" | "seats";
	readonly title: string;
	/** A note about it, in a sentence. */
	readonly note: string;
	readonly unit: "count" | "latency" | "bytes";
	/** Lowest first. */
	readonly thresholds: readonly Threshold[];
	readonly series: readonly PlotSeries[];
}

/** Plots with the same times. */
export interface Plots {
	/** ms since the epoch, ascending. */
	readonly at: readonly number[];
	readonly plots: readonly Plot[];
	/** The duration of a point, in ms; missing if each collection is a point. */
	readonly stepMs?: number;
}
