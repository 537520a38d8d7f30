import type { Marks } from "./marks.ts";
import { assignmentEnd, isBlank, isBreak, isName, nameEnd, skipSpace, type Span } from "./text.ts";

/** A word, including its quotes; `head` is its start after an opening quote. */
export interface Word extends Span {
	readonly head: number;
}

/** Yields words with quotes and backslashes, as systemd and Docker read them: `A=1 "B=2 3" C="4 5"`. */
export function* quotedWords(text: string, from: number, to: number): Generator<Word> {
	let at = skipSpace(text, from, to);
	while (at < to) {
		const start = at;
		let quote: string | undefined;
		for (; at < to; at++) {
			const character = text.charAt(at);
			if (character === "\\" && quote !== "'") at++;
			else if (quote !== undefined) quote = character === quote ? undefined : quote;
			else if (character === '"' || character === "'") quote = character;
			else if (isBlank(character) || isBreak(character)) break;
		}
		at = Math.min(at, to);
		yield { from: start, to: at, head: /["']/.test(text.charAt(start)) ? start + 1 : start };
		at = skipSpace(text, at, to);
	}
}

/** Returns the end of a word's content, without the closing quote that matches its opening quote. */
export function contentEnd(text: string, { from, to, head }: Word): number {
	return head > from && to - 1 >= head && text[to - 1] === text[from] ? to - 1 : to;
}

/** A flag that can precede a variable in the same word: `--env=CODER_X=1`, `-eCODER_X`. */
const envFlag = /(?:--env=|-e=?)["']?/y;

/** Whether a word announces a variable as the next word. */
export function isEnvFlag(word: string): boolean {
	return word === "-e" || word === "--env";
}

/**
 * Marks the variables that a word of a command line passes on, for any command: after `-e` or `--env`, and in `helm
 * --set …name=CODER_X`.
 *
 * @param before the preceding word
 * @param hand called with the start of a variable
 */
export function markArgument(
	text: string,
	word: Word,
	before: string,
	marks: Marks,
	hand: (start: number) => void = () => undefined,
): void {
	const end = contentEnd(text, word);
	const mark = (start: number): void => {
		marks.setting(start);
		hand(start);
	};
	if (isEnvFlag(before) && handsOn(text, word.head, end)) mark(word.head);
	envFlag.lastIndex = word.head;
	const start = envFlag.test(text) ? envFlag.lastIndex : -1;
	if (start > 0 && handsOn(text, start, word.to)) mark(start);
	const content = text.slice(word.head, end);
	if (!content.includes(".name=")) return;
	for (const { 0: path, index } of content.matchAll(/\.name=(?=CODER_\w)/g)) {
		const name = word.head + index + path.length;
		const after = text.charAt(nameEnd(text, name));
		if (after === "," || nameEnd(text, name) >= end) marks.setting(name);
	}
}

function handsOn(text: string, start: number, to: number): boolean {
	const end = nameEnd(text, start, to);
	return (
		end > 0 && (assignmentEnd(text, start, to) > 0 || end === to || /["']/.test(text.charAt(end)))
	);
}

/** Marks the variables that the words of a plain text pass on, such as a command line in a value. */
export function markArguments(text: string, from: number, to: number, marks: Marks): void {
	let before = "";
	for (const word of quotedWords(text, from, to)) {
		markArgument(text, word, before, marks);
		before = text.slice(word.from, word.to);
	}
}

/** Marks each word that is a name, or starts with an assignment. */
export function markWords(
	text: string,
	from: number,
	to: number,
	mark: (start: number) => void,
): void {
	for (const word of quotedWords(text, from, to)) {
		const content = { from: word.head, to: contentEnd(text, word) };
		if (assignmentEnd(text, word.head, content.to) > 0 || isName(text, content)) mark(word.head);
	}
}
