import { isRange, type RangeId } from "../../core/statistics/ranges.ts";

/** What the page remembers while it is hidden and over a reload of the window. */
export interface StatsState {
	/** The deployment's key, for the extension, which restores the panel. */
	readonly deployment?: string;
	/** The range that was chosen; missing while none was. */
	readonly range?: RangeId;
	readonly table: boolean;
	/** Series that were switched off: the id of the plot, a slash and the name. */
	readonly hidden: readonly string[];
}

/** Reads a remembered state, whatever an older version may have left there. */
export function readStatsState(state: unknown): StatsState {
	const { deployment, range, table, hidden } = (
		typeof state === "object" && state !== null ? state : {}
	) as Partial<Record<keyof StatsState, unknown>>;
	return {
		...(typeof deployment === "string" && { deployment }),
		...(isRange(range) && { range }),
		table: table === true,
		hidden: Array.isArray(hidden) ? hidden.filter((name) => typeof name === "string") : [],
	};
}
