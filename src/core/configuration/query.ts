import type { ValueSource } from "../coder/model.ts";
import { flagNames, sourceNames, type Flag } from "./filters.ts";
import { searchedText, searchedWord } from "./pastedName.ts";
import { tokenize } from "./tokens.ts";

/** A group that is asked for. */
export interface GroupFilter {
	/** As {@link groupKey} writes it. */
	readonly key: string;
	/** False for the beginning of a name. */
	readonly whole: boolean;
}

/** What a search text asks for. Everything must hold; of several sources or groups, one is enough. */
export interface Query {
	/** In lower case. Each must be somewhere in the option. */
	readonly words: readonly string[];
	readonly flags: readonly Flag[];
	readonly sources: readonly (ValueSource | "none")[];
	readonly groups: readonly GroupFilter[];
	/** What looks like a filter but is none; it is searched for as text. */
	readonly unknown: readonly string[];
}

/** True when the query finds everything. */
export function isEmptyQuery({ words, flags, sources, groups }: Query): boolean {
	return words.length + flags.length + sources.length + groups.length === 0;
}

/**
 * Reads a search text: words, "phrases", `@changed`, `@source:env`, `@group:"User Quiet Hours Schedule"`.
 * What was copied from a file or a terminal, such as `$CODER_ACCESS_URL` or `--access-url=x`, is reduced to the name.
 * A filter that is still being typed, such as `@chan`, is left out, so that the list does not go blank meanwhile.
 *
 * @param known the names and paths of groups, as {@link groupKey} writes them: what is no whole name is a beginning
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

/** A flag's one letter would be found everywhere: it has to be the whole of a line, see `Entry.haystack`. */
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

/** A group's name, or its path with slashes, as groups are compared: `⚠️ Dangerous` is found as `dangerous`. */
export function groupKey(name: string): string {
	return name.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, "");
}
