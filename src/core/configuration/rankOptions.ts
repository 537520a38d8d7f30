import type { ConfigRow } from "./configRow.ts";
import type { ConfigGroup } from "./configView.ts";
import { entryOf } from "./match.ts";
import { searchedName } from "./pastedName.ts";

/** An option, made ready for {@link rankOptions}. */
export interface RankedOption {
	readonly group: ConfigGroup;
	readonly row: ConfigRow;
	/** What it's called, in lower case: name, variable, flag with and without dashes, YAML path. */
	readonly names: readonly string[];
	/** Everything that is searched, in lower case. */
	readonly haystack: string;
}

/** Makes options ready for ranking; done once, so that each keystroke only compares. */
export function rankedOptions(groups: readonly ConfigGroup[]): RankedOption[] {
	return groups.flatMap((group) =>
		group.rows.map((row) => ({
			group,
			row,
			names: [row.name, row.env, row.flag, row.flag?.slice(2), row.shorthand, row.yamlPath]
				.filter((name) => name !== undefined)
				.map((name) => name.toLowerCase()),
			haystack: entryOf(group, row).haystack,
		})),
	);
}

/**
 * The options that fit what was typed or pasted, the best first: those with exactly this name, those whose name begins
 * with it, those that have all the words in a name, those that have them anywhere, and those that have its letters in
 * this order in a name. Options of one rank stay in their order.
 */
export function rankOptions<T extends RankedOption>(
	options: readonly T[],
	typed: string,
): readonly T[] {
	const wanted = searchedName(typed).toLowerCase();
	const words = wanted.split(/\s+/).filter((word) => word !== "");
	if (words.length === 0) return options;
	const ranks: T[][] = [[], [], [], [], []];
	for (const option of options) {
		const rank = rankOf(option, wanted, words);
		if (rank !== undefined) ranks[rank]?.push(option);
	}
	return ranks.flat();
}

function rankOf(
	{ names, haystack }: RankedOption,
	wanted: string,
	words: readonly string[],
): number | undefined {
	if (names.includes(wanted)) return 0;
	if (names.some((name) => name.startsWith(wanted))) return 1;
	if (names.some((name) => words.every((word) => name.includes(word)))) return 2;
	if (words.every((word) => haystack.includes(word))) return 3;
	if (names.some((name) => hasLetters(name, words.join("")))) return 4;
	return undefined;
}

/** True if a name has the letters in this order, with others between them. */
function hasLetters(name: string, letters: string): boolean {
	let at = 0;
	for (const letter of letters) {
		at = name.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
