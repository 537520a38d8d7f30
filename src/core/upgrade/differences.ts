import {
	facts,
	stateIn,
	type Fact,
	type OptionHistory,
	type OptionState,
} from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import type { Release } from "../coder/release.ts";

/** An option that only one of two releases has, or that both have but not alike. */
export interface Difference {
	readonly option: OptionHistory;
	/** As the first release has it. */
	readonly from?: OptionState;
	/** As the second release has it. */
	readonly to?: OptionState;
	/** The facts that differ; empty where only one release has the option. */
	readonly changed: readonly Fact[];
}

/** How the options of two releases differ. The same the other way round, with the sides swapped. */
export function differencesBetween(first: Release, second: Release): Difference[] {
	const [before, after] = [statesIn(first), statesIn(second)];
	return [...optionHistories().values()].flatMap((option) => {
		const [from, to] = [before.get(option.id), after.get(option.id)];
		const changed = from && to ? facts.filter((fact) => from[fact] !== to[fact]) : [];
		if (from && to ? changed.length === 0 : !from && !to) return [];
		return [{ option, ...(from && { from }), ...(to && { to }), changed }];
	});
}

const states = new Map<Release, ReadonlyMap<string, OptionState>>();

/** The options of a release by id, read once: the table has a few dozen releases. */
function statesIn(release: Release): ReadonlyMap<string, OptionState> {
	const known = states.get(release);
	if (known) return known;
	const read = new Map(
		[...optionHistories().values()].flatMap((option) => {
			const state = stateIn(option, release);
			return state ? [[option.id, state] as const] : [];
		}),
	);
	states.set(release, read);
	return read;
}
