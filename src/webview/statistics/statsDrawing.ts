import type { Plot } from "../../core/statistics/plot.ts";
import type { LineLook } from "./statsLegend.ts";

/** What is drawn. */
export interface Drawing {
	/** ms since the epoch, rising. */
	readonly at: readonly number[];
	/** What the time axis shows, in ms since the epoch. */
	readonly from: number;
	readonly to: number;
	readonly plot: Plot;
	/** One for each series. */
	readonly looks: readonly LineLook[];
}

/** A drawn plot. */
export interface Chart {
	show(drawing: Drawing): void;
	/** Marks a point; nothing unmarks it. */
	point(index: number | undefined): void;
}

/**
 * Makes a chart in a place, as wide as that.
 *
 * @param hover called with the index of the point that the mouse is at; without one when it left
 */
export type MakeChart = (place: HTMLElement, hover: (index: number | undefined) => void) => Chart;
