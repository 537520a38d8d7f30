import type { Plots } from "../core/statistics/plot.ts";
import type { RangeId } from "../core/statistics/ranges.ts";
import type { CopiedMessage, PageProblem } from "./page.ts";

/** Everything that the page shows. Each message contains all of it. */
export interface StatsContent {
	/** Missing while no one is signed in. */
	readonly deployment?: { readonly key: string; readonly name: string; readonly host: string };
	readonly loading: boolean;
	readonly problem?: PageProblem;
	/** Whether samples are stored when the editor is closed. */
	readonly kept: boolean;
	/** When the newest sample was collected, in ms since the epoch; missing if there are none. */
	readonly newest?: number;
	readonly range: RangeId;
	/** The range of the time axis, in ms since the epoch. */
	readonly from: number;
	readonly to: number;
	readonly drawn: Plots;
	/** The same data with fewer points, for the table. */
	readonly table: Plots;
}

/** Messages from the extension to the page. */
export type ToStatisticsPage =
	{ readonly type: "show"; readonly content: StatsContent } | CopiedMessage;

/** Messages from the page to the extension, in addition to those of every page. */
export type FromStatisticsPage =
	/** The page is ready: send everything, for the previously selected range if there is one. */
	| { readonly type: "ready"; readonly range?: RangeId }
	| { readonly type: "range"; readonly range: RangeId }
	| { readonly type: "refresh" }
	/** Copies the samples of the range as CSV. */
	| { readonly type: "copyCsv" }
	/** The button next to a problem was selected. */
	| { readonly type: "act" };
