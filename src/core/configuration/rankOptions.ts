import type { ConfigRow } from "./configRow.ts";
import type { ConfigGroup } from "./configView.ts";
import { entryOf } from "./match.ts";
import { searchedName } from "./pastedName.ts";

/** An option, prepared for {@link rankOptions}. */
export interface RankedOption {
	readonly group: ConfigGroup;
	readonly row: ConfigRow;
	/** Its names in lowercase: name, variable, flag with and without dashes, YAML path. */
	readonly names: readonly string[];
	/** All searchable text in lowercase. */
	readonly haystack: string;
}

/** Prepares options for ranking once, so that each keystroke only compares. */
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
 * Returns options that match typed or pasted text, best first: with exactly this name, with a name that begins with it,
 * with all words in a name, with all words anywhere, and with its letters in this order in a name. Options of the same
 * rank keep their order.
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

/** Returns true if a name contains the letters in this order, possibly with others between them. */
function hasLetters(name: string, letters: string): boolean {
	let at = 0;
	for (const letter of letters) {
		at = name.indexOf(letter, at) + 1;
		if (at === 0) return false;
	}
	return true;
}
