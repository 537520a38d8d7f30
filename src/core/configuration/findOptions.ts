import type { ConfigRow } from "./configRow.ts";
import type { ConfigGroup } from "./configView.ts";
import { entryOf, groupKeys, matches, type Entry } from "./match.ts";
import { parseQuery } from "./query.ts";

/** An option with its group. */
export interface FoundOption {
	readonly group: ConfigGroup;
	readonly row: ConfigRow;
}

/** The result of a search. */
export interface FoundOptions {
	/** Options with matching names first, otherwise in the server's order. */
	readonly found: readonly FoundOption[];
	/** Whether the options match all words. If none does, the result matches some words. */
	readonly all: boolean;
	/** Text that looks like a filter but isn't one. */
	readonly unknown: readonly string[];
}

/** Searches as the panel does, for callers that need the best options first and can't refine the query. */
export function findOptions(groups: readonly ConfigGroup[], text: string): FoundOptions {
	const query = parseQuery(text, new Set(groups.flatMap(({ path }) => groupKeys(path))));
	const { words, unknown } = query;
	const fits = groups.flatMap((group) =>
		group.rows
			.map((row) => ({ group, row, entry: entryOf(group, row) }))
			.filter(({ entry }) => matches(entry, { ...query, words: [] })),
	);
	const whole = fits.filter(({ entry }) => words.every((word) => entry.haystack.includes(word)));
	const all = whole.length > 0 || words.length < 2;
	const weights = words.map((word) => weightOf(word, fits));
	const found = (all ? whole : fits)
		.map((one) => ({ ...one, score: scoreOf(one, words, weights) }))
		.filter(({ score }) => all || score > 0)
		.sort((a, b) => b.score - a.score);
	return { found, all, unknown };
}

type Searched = FoundOption & { readonly entry: Entry };

/**
 * Returns the weight of a word: the fewer options contain it, the higher it is, by the logarithm of their share. A word
 * that all of them contain has a weight, too. Fragments such as `in` have none.
 */
function weightOf(word: string, fits: readonly Searched[]): number {
	if (word.length < 3) return 0;
	const having = fits.filter(({ entry }) => entry.haystack.includes(word)).length;
	return Math.log(1 + fits.length / Math.max(1, having));
}

/**
 * Rates how well an option matches. A word in an option's name counts three times as much as one in its description.
 */
function scoreOf(
	{ row: { name, env, flag, yamlPath }, entry }: Searched,
	words: readonly string[],
	weights: readonly number[],
): number {
	const names = [name, env, flag, yamlPath].join("\n").toLowerCase();
	return words.reduce((score, word, index) => {
		const times = names.includes(word) ? 3 : entry.haystack.includes(word) ? 1 : 0;
		return score + times * (weights[index] ?? 0);
	}, 0);
}
