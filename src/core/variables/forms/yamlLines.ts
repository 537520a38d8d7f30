import { lineEnd, skipBreak } from "./text.ts";
import { yamlEntry } from "./yamlEntry.ts";

/** A line that begins an entry of a block list or block map. */
export interface YamlLine {
	readonly from: number;
	/** The column of the dash or key; -1 for a line that separates documents. */
	readonly indent: number;
	readonly isItem: boolean;
	/** The column of the key; of the dash if there is no key. */
	readonly column: number;
	readonly key: string | undefined;
}

/** Longer lines, in UTF-16 units, aren't read. */
const longestLine = 2_000;

const separator = /^(?:---|\.\.\.) *(?:#.*)?$/;

/**
 * Reads the lines of a YAML text, as far as each line can be understood on its own.
 *
 * @returns `end` is the offset of the first line that can't, because what follows could belong to it
 */
export function yamlLines(text: string): {
	readonly lines: readonly YamlLine[];
	readonly end: number;
} {
	const lines: YamlLine[] = [];
	/** The column that the next line must not be beyond, because it would continue a value. */
	let limit = Infinity;
	let at = text.startsWith("\uFEFF") ? 1 : 0;
	while (at < text.length) {
		const end = lineEnd(text, at, text.length);
		const next = skipBreak(text, end, text.length);
		const blanks = indentOf(text, at, end);
		if (at + blanks === end || text[at + blanks] === "#") {
			at = next;
			continue;
		}
		if (end - at > longestLine) return { lines, end: at };
		const line = text.slice(at, end);
		if (separator.test(line)) {
			lines.push({ from: at, indent: -1, isItem: false, column: -1, key: undefined });
			limit = Infinity;
			at = next;
			continue;
		}
		const entry = yamlEntry(line);
		if (!entry) return { lines, end: at };
		const { indent, dashes, key, value } = entry;
		const isItem = dashes !== "";
		const column =
			indent.length + (key === undefined ? dashes.trimEnd().length - 1 : dashes.length);
		if (indent.length > limit || (!isItem && key === undefined)) return { lines, end: at };
		lines.push({ from: at, indent: indent.length, isItem, column, key });
		const isBlock = value.startsWith("|") || value.startsWith(">");
		limit = value === "" || isBlock ? Infinity : column;
		at = isBlock ? endOfBlock(text, next, indent.length) : next;
	}
	return { lines, end: text.length };
}

function indentOf(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && text[at] === " ") at++;
	return at - from;
}

/** Returns the end of a block scalar: the first line that isn't indented more than the one it begins on. */
function endOfBlock(text: string, from: number, indent: number): number {
	let at = from;
	while (at < text.length) {
		const end = lineEnd(text, at, text.length);
		const blanks = indentOf(text, at, end);
		if (at + blanks < end && blanks <= indent) return at;
		at = skipBreak(text, end, text.length);
	}
	return at;
}
