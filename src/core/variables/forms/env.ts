import { envValue } from "./envValue.ts";
import { readKey } from "./key.ts";
import type { Reader } from "./marks.ts";
import { readShell } from "./shell.ts";
import { templateSkipper } from "./templates.ts";
import { assignmentEnd, isBlank, lineEnd, skipBlanks, skipBreak } from "./text.ts";
import { quotedWords } from "./wordSpans.ts";

/**
 * Reads env files, properties, and INI files: one name and value per line. A quoted value may span several lines; a
 * name inside a value isn't set.
 */
export const readEnv: Reader = (text, from, to, marks) => {
	/** Quotes without a closing quote further on. */
	const unclosed = new Set<string>();
	let at = from;
	while (at < to) {
		const end = lineEnd(text, at, to);
		const start = skipBlanks(text, at, end);
		at = skipBreak(text, end, to);
		if (/[#;!]/.test(text.charAt(start))) marks.comment(start, end);
		else if (/^export\s/.test(text.slice(start, start + 7))) readShell(text, start, end, marks);
		else {
			const name = { start: -1 };
			const value = readKey(text, start, end, (head) => {
				marks.setting(head);
				name.start = head;
			});
			if (value === 0) readWords(start, end);
			else at = skipBreak(text, readValue(value, end, name.start), to);
		}
	}

	/**
	 * @param name the start of the variable's name; -1 if it isn't a Coder variable
	 * @returns the end of the line in which the value ends
	 */
	function readValue(value: number, end: number, name: number): number {
		const first = skipBlanks(text, value, end);
		const quote = text.charAt(first);
		const close = /["'`]/.test(quote) ? closing(quote, first + 1) : 0;
		const last = close > 0 ? lineEnd(text, close, to) : end;
		if (name >= 0) {
			marks.value(name, { ...envValue(text, value, end, close), quoting: "env", list: from });
		}
		for (let i = close > 0 ? close + 1 : first; i < last; i++) {
			if (text[i] === "#" && isBlank(text[i - 1])) {
				marks.comment(i, last);
				break;
			}
		}
		return last;
	}

	/**
	 * Returns the offset of the closing quote of a value, which must be followed by whitespace, a comment, or the end
	 * of the text; 0 if there is none.
	 */
	function closing(quote: string, start: number): number {
		if (unclosed.has(quote)) return 0;
		const skip = templateSkipper(text, to);
		for (let i = start; i < to; i++) {
			i = skip(i);
			if (text[i] === "\\" && quote === '"') i++;
			else if (text[i] === quote && /^(?:\s|#|$)/.test(text.charAt(i + 1))) return i;
		}
		unclosed.add(quote);
		return 0;
	}

	/** Reads a line that doesn't start with an assignment. It may still be a command line. */
	function readWords(start: number, end: number): void {
		for (const word of quotedWords(text, start, end)) {
			if (word.from > start && text[word.from] === "#") {
				marks.comment(word.from, end);
				return;
			}
			if (assignmentEnd(text, word.head, end) > 0) marks.setting(word.head);
		}
	}
};
