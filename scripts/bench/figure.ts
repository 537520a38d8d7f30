import { quantile, summarize, type Summary } from "./summary.ts";

export type Unit = "bytes" | "ms" | "count";

/** What is asked of a figure: of the value itself, of its ratio to a base, or of its difference from it. */
export type Goal =
	| { readonly kind: "most"; readonly most: number }
	| { readonly kind: "times"; readonly most: number }
	| { readonly kind: "more"; readonly most: number };

/** One line of the benchmark. */
export interface Figure {
	readonly name: string;
	/** How it was measured, in a few words. */
	readonly how: string;
	readonly unit: Unit;
	readonly ours: Summary;
	/** What it is measured against, within the same turns. */
	readonly base?: Summary & { readonly name: string };
	/** The same of another extension, if one was given. */
	readonly peer?: Summary;
	readonly goal: Goal;
	/** The number that the goal is about. */
	readonly reached: number;
	readonly met: boolean;
}

/** The values of the turns that a figure is made of. */
export interface Values {
	readonly ours: readonly number[];
	readonly base?: readonly number[];
	readonly peer?: readonly number[] | undefined;
}

/** What a figure is, apart from its values. */
export interface FigureText {
	readonly name: string;
	readonly how: string;
	readonly unit: Unit;
	readonly goal: Goal;
	/** The name of what `base` is. */
	readonly against?: string;
	/** The part of the values that must be below the goal, such as 0.95; the median if it is left out. */
	readonly part?: number;
}

/** Judges values. A ratio or difference is taken within each turn, then the median of all turns. */
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
