import type { Plot } from "../../core/statistics/plot.ts";
import type { LineLook } from "./statsLegend.ts";

/** The content of a chart. */
export interface Drawing {
	/** In ms since the epoch, ascending. */
	readonly at: readonly number[];
	/** The range of the time axis, in ms since the epoch. */
	readonly from: number;
	readonly to: number;
	readonly plot: Plot;
	/** One per series. */
	readonly looks: readonly LineLook[];
}

/** A chart on the page. */
export interface Chart {
	show(drawing: Drawing): void;
	/** Marks a point; `undefined` removes the mark. */
	point(index: number | undefined): void;
}

/**
 * Creates a chart in an element, with its width.
 *
 * @param hover called with the index of the point under the mouse; with `undefined` when the mouse leaves
 */
export type MakeChart = (place: HTMLElement, hover: (index: number | undefined) => void) => Chart;
