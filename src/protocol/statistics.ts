import type { Plots } from "../core/statistics/plot.ts";
import type { RangeId } from "../core/statistics/ranges.ts";
import type { CopiedMessage, PageProblem } from "./page.ts";

/** All that the page shows. Each message holds the whole of it. */
export interface StatsContent {
	/** Missing while nobody is signed in. */
	readonly deployment?: { readonly key: string; readonly name: string; readonly host: string };
	readonly loading: boolean;
	readonly problem?: PageProblem;
	/** Whether samples are kept when the editor is closed. */
	readonly kept: boolean;
	/** When the newest sample was collected, in ms since the epoch; missing when there are none. */
	readonly newest?: number;
	readonly range: RangeId;
	/** What the time axis shows, in ms since the epoch. */
	readonly from: number;
	readonly to: number;
	readonly drawn: Plots;
	/** The same in fewer points, for the table. */
	readonly table: Plots;
}

/** What the extension says to the page. */
export type ToStatisticsPage =
	{ readonly type: "show"; readonly content: StatsContent } | CopiedMessage;

/** What the page says to the extension, besides what every page does. */
export type FromStatisticsPage =
	/** The page can hear now: send everything, of the range that was chosen before, if one was. */
	| { readonly type: "ready"; readonly range?: RangeId }
	| { readonly type: "range"; readonly range: RangeId }
	| { readonly type: "refresh" }
	/** Copies the samples of the range as CSV. */
	| { readonly type: "copyCsv" }
	/** The button beside a problem. */
	| { readonly type: "act" };
