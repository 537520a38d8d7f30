import { isRange, type RangeId } from "../../core/statistics/ranges.ts";

/** The state that the page remembers while it is hidden and across reloads of the window. */
export interface StatsState {
	/** The deployment's key, which the extension needs to restore the panel. */
	readonly deployment?: string;
	/** The selected range, if any. */
	readonly range?: RangeId;
	readonly table: boolean;
	/** Hidden series: the ID of the plot, a slash, and the name. */
	readonly hidden: readonly string[];
}

/** Parses a stored state, which may come from an older version. */
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
