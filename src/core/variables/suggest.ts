import { aliasOf, needsBothNames } from "../options/aliases.ts";
import { isInAllMeant } from "./releases.ts";
import type { KnownVariables, Variable } from "./known.ts";
import { keepsMeaning } from "./meaning.ts";
import { nearest } from "./nearest.ts";
import { numberedName } from "./numbered.ts";

/** Shorter names, without `CODER_`, are like too many others. */
const shortest = 5;

/** A name that may have been meant. */
export interface Suggestion {
	readonly name: string;
	/** True where a value that was written for the other name means the same here. */
	readonly keepsMeaning: boolean;
	/** True where it may be put in the other name's place without a question. */
	readonly replaces: boolean;
	/** True where the other name is a slip of the pen, rather than made from a flag. */
	readonly near: boolean;
}

/** The names that a name which Coder doesn't know may stand for, the best first. */
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
			// A number that wasn't there says which provider is meant; that is not ours to choose.
			const addsNumber = !/_\d+_/.test(name) && numberedName(candidate) !== undefined;
			return suggestion(known, candidate, means && !addsNumber);
		});
	const sure = found.filter((one) => one.keepsMeaning);
	return sure.length > 0 ? sure : found.slice(0, 1);
}

/** Names with the number that another name has, where it has one. */
function withNumberOf(name: string, names: readonly string[]): string[] {
	const number = /_\d+_/.exec(name)?.[0] ?? "_0_";
	return names.map((candidate) => candidate.replace("_0_", number));
}

/** A deprecated name is not suggested, but what replaces it. */
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

/** Whether a name is right for any version that may be meant: the deployment's, else all of them. */
function isThere(variable: Variable, known: KnownVariables): boolean {
	if (!variable.option) return variable.other !== undefined;
	return known.hasDeployment ? variable.told : isInAllMeant(variable.name);
}

/**
 * The names that may be put in the place of a deprecated one: those that set the same on the server, by themselves. A
 * provider's keys are left alone: the server refuses to start with some of them renamed.
 */
export function replacementsOf(variable: Variable, known: KnownVariables): string[] {
	const { option } = variable;
	if (!option) return [];
	const alias = aliasOf(option);
	const successor = alias === undefined ? undefined : known.find(alias);
	if (!successor || successor.deprecated || needsBothNames(option)) return [];
	return isThere(successor, known) ? [successor.name] : [];
}
