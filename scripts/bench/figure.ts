import { quantile, summarize, type Summary } from "./summary.ts";

export type Unit = "bytes" | "ms" | "count";

/** The target of a figure: for the value itself, its ratio to a baseline, or its difference from it. */
export type Goal =
	| { readonly kind: "most"; readonly most: number }
	| { readonly kind: "times"; readonly most: number }
	| { readonly kind: "more"; readonly most: number };

/** A line of the benchmark. */
export interface Figure {
	readonly name: string;
	/** How it was measured, in a few words. */
	readonly how: string;
	readonly unit: Unit;
	readonly ours: Summary;
	/** The baseline, measured in the same turns. */
	readonly base?: Summary & { readonly name: string };
	/** The same for another extension, if one was given. */
	readonly peer?: Summary;
	readonly goal: Goal;
	/** The number that the target applies to. */
	readonly reached: number;
	readonly met: boolean;
}

/** The values of a figure's turns. */
export interface Values {
	readonly ours: readonly number[];
	readonly base?: readonly number[];
	readonly peer?: readonly number[] | undefined;
}

/** The properties of a figure other than its values. */
export interface FigureText {
	readonly name: string;
	readonly how: string;
	readonly unit: Unit;
	readonly goal: Goal;
	/** The name of the baseline. */
	readonly against?: string;
	/** The proportion of values that must be below the target, such as 0.95; by default, the median. */
	readonly part?: number;
}

/**
 * Evaluates values. Ratios and differences are calculated within each turn, and then the median of all turns is used.
 */
export function figure(text: FigureText, { ours, base, peer }: Values): Figure {
	const { name, how, unit, goal, against, part = 0.5 } = text;
	const compared = ours.map((value, turn) => {
		const other = base?.[turn] ?? Number.NaN;
		return goal.kind === "most" ? value : goal.kind === "times" ? value / other : value - other;
	});
	const reached = quantile(compared, part);
	return {
		name,
		how,
		unit,
		ours: summarize(ours),
		...(base && { base: { name: against ?? "", ...summarize(base) } }),
		...(peer && peer.length > 0 && { peer: summarize(peer) }),
		goal,
		reached,
		met: reached <= goal.most,
	};
}
