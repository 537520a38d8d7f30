import { aliasOf, needsBothNames } from "../options/aliases.ts";
import { isInAllMeant } from "./releases.ts";
import type { KnownVariables, Variable } from "./known.ts";
import { keepsMeaning } from "./meaning.ts";
import { nearest } from "./nearest.ts";
import { numberedName } from "./numbered.ts";

/** The minimum length of names without `CODER_`. Shorter ones resemble too many others. */
const shortest = 5;

/** A name that the user may have meant. */
export interface Suggestion {
	readonly name: string;
	/** Whether a value written for the other name has the same meaning here. */
	readonly keepsMeaning: boolean;
	/** Whether it can replace the other name without asking the user. */
	readonly replaces: boolean;
	/** Whether the other name is a misspelling, rather than derived from a flag. */
	readonly near: boolean;
}

/** Returns the names that an unknown name may stand for, best first. */
export function suggestionsFor(name: string, known: KnownVariables): Suggestion[] {
	const flagged = known.byFlag(name);
	if (flagged !== undefined) {
		return [{ ...suggestion(known, flagged, true), near: false }];
	}
	if (name.length - "CODER_".length < shortest) return [];
	const numbered = numberedName(name);
	const candidates = numbered
		? numbered.family.keys.map((key) => numbered.family.beginning + numbered.number + key)
		: withNumberOf(name, known.names);
	const found = nearest(name, candidates)
		.filter((candidate) => candidate.length - "CODER_".length >= shortest)
		.map((candidate) => {
			const means = keepsMeaning(name, candidate, (word) => known.isWord(word));
			// The number selects a provider, so don't add one to a name without a number.
			const addsNumber = !/_\d+_/.test(name) && numberedName(candidate) !== undefined;
			return suggestion(known, candidate, means && !addsNumber);
		});
	const sure = found.filter((one) => one.keepsMeaning);
	return sure.length > 0 ? sure : found.slice(0, 1);
}

/** Returns names with the number of another name, if that has one. */
function withNumberOf(name: string, names: readonly string[]): string[] {
	const number = /_\d+_/.exec(name)?.[0] ?? "_0_";
	return names.map((candidate) => candidate.replace("_0_", number));
}

/** Suggests a name; if that is deprecated, its replacement. */
function suggestion(known: KnownVariables, name: string, means: boolean): Suggestion {
	const variable = known.find(name);
	const [successor] = variable?.useInstead ?? [];
	if (variable?.option && successor !== undefined) {
		const [replacement] = replacementsOf(variable, known);
		return {
			name: successor,
			keepsMeaning: means && replacement !== undefined,
			replaces: means && replacement !== undefined,
			near: true,
		};
	}
	const replaces = means && variable?.deprecated === false && isThere(variable, known);
	return { name, keepsMeaning: means, replaces, near: true };
}

/** Whether a name is valid for the deployment's version or, without a deployment, for all versions that may apply. */
function isThere(variable: Variable, known: KnownVariables): boolean {
	if (!variable.option) return variable.other !== undefined;
	return known.hasDeployment ? variable.reported : isInAllMeant(variable.name);
}

/**
 * Returns the names that can replace a deprecated one: those that, on their own, set the same option on the server.
 * Excludes providers' keys, because the server refuses to start with some of them renamed.
 */
export function replacementsOf(variable: Variable, known: KnownVariables): string[] {
	const { option } = variable;
	if (!option) return [];
	const alias = aliasOf(option);
	const successor = alias === undefined ? undefined : known.find(alias);
	if (!successor || successor.deprecated || needsBothNames(option)) return [];
	return isThere(successor, known) ? [successor.name] : [];
}
