import type { ConfigRow } from "../configRow.ts";
import type { ConfigGroup } from "../configView.ts";
import { entryOf, groupKeys, matches, type Entry } from "./match.ts";
import { parseQuery } from "./query.ts";

/** An option with its group. */
export interface FoundOption {
	readonly group: ConfigGroup;
	readonly row: ConfigRow;
}

/** What a search found. */
export interface FoundOptions {
	/** What is called by the words comes first, else in the server's order. */
	readonly found: readonly FoundOption[];
	/** False when no option has all the words, and those were found that have some. */
	readonly all: boolean;
	/** What looks like a filter but is none. */
	readonly unknown: readonly string[];
}

/** Searches as the panel does, for callers that want the best options first and cannot try again as they type. */
export function findOptions(groups: readonly ConfigGroup[], text: string): FoundOptions {
	const query = parseQuery(text, new Set(groups.flatMap(({ path }) => groupKeys(path))));
	const { words, unknown } = query;
	const fits = groups.flatMap((group) =>
		group.rows
			.map((row) => ({ group, row, entry: entryOf(group, row) }))
			.filter(({ entry }) => matches(entry, { ...query, words: [] })),
	);
	const whole = fits.filter(({ entry }) => count(words, entry.haystack) === words.length);
	const all = whole.length > 0 || words.length < 2;
	const found = (all ? whole : fits)
		.map((one) => ({ ...one, score: score(words, one) }))
		.filter((one) => all || one.score > 0)
		.sort((a, b) => b.score - a.score);
	return { found, all, unknown };
}

/** A word that is in what the option is called says more than one in what is said of it. */
function score(
	words: readonly string[],
	{ row: { name, env, flag, yamlPath }, entry }: FoundOption & { readonly entry: Entry },
): number {
	const names = [name, env, flag, yamlPath].join("\n").toLowerCase();
	return 2 * count(words, names) + count(words, entry.haystack);
}

function count(words: readonly string[], text: string): number {
	return words.filter((word) => text.includes(word)).length;
}
