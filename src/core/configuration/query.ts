import type { ValueSource } from "../coder/model.ts";
import { flagNames, sourceNames, type Flag } from "./filters.ts";
import { searchedText, searchedWord } from "./pastedName.ts";
import { tokenize } from "./tokens.ts";

/** A group in a query. */
export interface GroupFilter {
	/** In the form of {@link groupKey}. */
	readonly key: string;
	/** Whether it is a complete name, rather than the beginning of one. */
	readonly whole: boolean;
}

/** A parsed query. All conditions must match; of several sources or groups, one is enough. */
export interface Query {
	/** In lowercase. Each must occur in the option. */
	readonly words: readonly string[];
	readonly flags: readonly Flag[];
	readonly sources: readonly (ValueSource | "none")[];
	readonly groups: readonly GroupFilter[];
	/** Text that looks like a filter but isn't one; it's searched for as text. */
	readonly unknown: readonly string[];
}

/** Returns true if the query matches everything. */
export function isEmptyQuery({ words, flags, sources, groups }: Query): boolean {
	return words.length + flags.length + sources.length + groups.length === 0;
}

/**
 * Parses a query: words, "phrases", `@changed`, `@source:env`, `@group:"User Quiet Hours Schedule"`. Text copied from a
 * file or a terminal, such as `$CODER_ACCESS_URL` or `--access-url=x`, is reduced to the name. An incomplete filter,
 * such as `@chan`, is ignored, so that the list isn't empty while the user types.
 *
 * @param known the names and paths of groups, in the form of {@link groupKey}: anything else is treated as the
 * beginning of a name
 */
export function parseQuery(text: string, known: ReadonlySet<string> = new Set()): Query {
	const words: string[] = [];
	const flags: Flag[] = [];
	const sources: (ValueSource | "none")[] = [];
	const groups: GroupFilter[] = [];
	const unknown: string[] = [];
	for (const { raw } of tokenize(searchedText(text))) {
		const token = raw.toLowerCase();
		const [, name, value = ""] = /^@([a-z]*):?(.*)$/s.exec(token) ?? [];
		const flag = flagNames.find((candidate) => token === `@${candidate}`);
		const source = sourceNames.find((candidate) => token === `@source:${candidate}`);
		if (flag) flags.push(flag);
		else if (source) sources.push(source);
		else if (name === "group" && token.includes(":")) {
			const key = groupKey(unquote(value));
			if (key !== "") groups.push({ key, whole: known.has(key) });
		} else if (token.startsWith("@") && isBeingTyped(token)) continue;
		else {
			if (token.startsWith("@")) unknown.push(raw);
			const word = (/\s/.test(raw) ? unquote(token) : searchedWord(raw)).toLowerCase();
			if (word !== "") words.push(isShorthand(word) ? `\n${word}\n` : word);
		}
	}
	return { words, flags, sources, groups, unknown };
}

/**
 * Whether a word is a one-letter flag, which would match everywhere and must therefore be an entire line; see
 * `Entry.haystack`.
 */
function isShorthand(word: string): boolean {
	return /^-[a-z]$/.test(word);
}

const complete = [
	...flagNames.map((flag) => `@${flag}`),
	...sourceNames.map((source) => `@source:${source}`),
	"@group:",
];

function isBeingTyped(token: string): boolean {
	return complete.some((filter) => filter.startsWith(token));
}

function unquote(text: string): string {
	return text.replace(/^"/, "").replace(/"$/, "").trim();
}

/** Returns a group's name, or its path with slashes, as groups are compared: `⚠️ Dangerous` becomes `dangerous`. */
export function groupKey(name: string): string {
	return name.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
}
