import { facts, stateIn, type Fact, type OptionState } from "../releases/optionHistory.ts";
import { optionHistories } from "../releases/options.ts";
import type { Release } from "../coder/release.ts";

/** The options of a version, by ID. */
export type States = ReadonlyMap<string, OptionState>;

/** An option that only one of two versions has, or that differs between them. */
export interface Difference {
	readonly id: string;
	/** The option in the first version. */
	readonly from?: OptionState;
	/** The option in the second version. */
	readonly to?: OptionState;
	/** The facts that differ; empty if only one version has the option. */
	readonly changed: readonly Fact[];
}

/**
 * Compares the options of two versions. Results are in the order of the second version, followed by options that only
 * the first one has. Symmetric: swapping the versions swaps the sides.
 */
export function differencesBetween(before: States, after: States): Difference[] {
	return [...new Set([...after.keys(), ...before.keys()])].flatMap((id) => {
		const [from, to] = [before.get(id), after.get(id)];
		const changed = from && to ? facts.filter((fact) => from[fact] !== to[fact]) : [];
		if (from && to && changed.length === 0) return [];
		return [{ id, ...(from && { from }), ...(to && { to }), changed }];
	});
}

const states = new Map<Release, States>();

/** Returns the options of a release, by ID. Results are cached: the table has a few dozen releases. */
export function statesIn(release: Release): States {
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
