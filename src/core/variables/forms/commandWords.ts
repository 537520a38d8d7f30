import type { CommandWord } from "./commandLine.ts";
import type { Span } from "./text.ts";
import { unquote, type Dialect } from "./unquote.ts";
import type { Literal, Quoting } from "./written.ts";
import { quotedWords, type Word } from "./wordSpans.ts";

/** Returns a word of a shell, a Dockerfile, or a systemd unit as a program receives it. */
export function commandWord(
	text: string,
	{ from, to, head }: Word,
	dialect: Dialect,
	quoting: Quoting = dialect,
): CommandWord {
	const raw = text.slice(from, to);
	return { from, to, head, quoting, isWhole: head > from, ...unquote(raw, dialect) };
}

/** Stands for an escaped dollar sign. */
const dollar = "\uE000";

/**
 * Splits a text into the words of a command line, as Compose and systemd do. In it, `$X` stands for a variable,
 * `$$` for a dollar sign.
 */
export function commandWords(text: string, { from, to }: Span, dialect: Dialect): CommandWord[] {
	return [...quotedWords(text, from, to)].map((word): CommandWord => {
		const raw = text.slice(word.from, word.to).replaceAll("$$", dollar);
		const read = unquote(raw, dialect);
		const literal: Literal =
			read.text === undefined || !/\$[\w{]/.test(raw) ? read : { why: "interpolated" };
		return {
			...word,
			quoting: "argument",
			isWhole: word.head > word.from,
			...literal,
			...(literal.text !== undefined && { text: literal.text.replaceAll(dollar, "$") }),
		};
	});
}
