/** Numbers of one kind over time. */
export interface PlotSeries {
	/** Coder's name of it, such as `running`. */
	readonly name: string;
	readonly label: string;
	/** The newest sample's number, which is no average of several. */
	readonly newest: number | null;
	/** One for each of the plot's times; `null` where there is no data. */
	readonly values: readonly (number | null)[];
}

/** A value from which on something is judged otherwise. */
export interface Threshold {
	readonly at: number;
	readonly label: string;
}

/** Series that are drawn together. */
export interface Plot {
	readonly id: "workspaces" | "latency" | "traffic" | "sessions" | "seats";
	readonly title: string;
	/** What is to be known of it, in a sentence. */
	readonly note: string;
	readonly unit: "count" | "latency" | "bytes";
	/** Lowest first. */
	readonly thresholds: readonly Threshold[];
	readonly series: readonly PlotSeries[];
}

/** Plots of the same times. */
export interface Plots {
	/** ms since the epoch, rising. */
	readonly at: readonly number[];
	readonly plots: readonly Plot[];
	/** How much time a point stands for, in ms; missing where each collection is one. */
	readonly stepMs?: number;
}
