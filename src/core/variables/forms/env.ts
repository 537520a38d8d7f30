import { envValue } from "./envValue.ts";
import { readKey } from "./key.ts";
import type { Reader } from "./marks.ts";
import { readShell } from "./shell.ts";
import { assignmentEnd, isBlank, lineEnd, skipBlanks, skipBreak } from "./text.ts";
import { quotedWords } from "./wordSpans.ts";

/**
 * Env files, properties and INI files: a name and a value a line. A value in quotes may go on over lines; a name in a
 * value is none that is set.
 */
export const readEnv: Reader = (text, from, to, marks) => {
	/** Quotes that no later one closes. */
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
	 * @param name where its variable begins; -1 where that is none of Coder's
	 * @returns where the line ends that the value ends in
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

	/** Where a value in quotes ends: at one that nothing but space or a comment follows in its line. */
	function closing(quote: string, start: number): number {
		if (unclosed.has(quote)) return 0;
		for (let i = start; i < to; i++) {
			if (text[i] === "\\" && quote === '"') i++;
			else if (text[i] === quote && /^(?:\s|#|$)/.test(text.charAt(i + 1))) return i;
		}
		unclosed.add(quote);
		return 0;
	}

	/** A line that assigns nothing at its beginning may still be a command line. */
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
