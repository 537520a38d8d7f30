import { serverFlag } from "../serverFlags.ts";
import type { FlagPlace, Marks } from "./marks.ts";
import { firstArgument, type Beginning } from "./serverCommand.ts";
import type { Span } from "./text.ts";
import type { Literal, Quoting, WrittenValue } from "./written.ts";

/** A word of a command line, with its quotes. */
export interface CommandWord extends Span, Literal {
	/** The start of its content, after an opening quote. */
	readonly head: number;
	readonly quoting: Quoting;
	/** Whether it can only be replaced as a whole: an item of a list, or a word in quotes. */
	readonly isWhole: boolean;
}

/** Longer command lines, in words, aren't read to the end. */
const mostWords = 500;

const flagName = /--[a-z][\w-]*|-[a-z](?![\w-])/iy;

/** Marks the flags of a command line that starts Coder's server. Other programs' flags are ignored. */
export function readCommandLine(
	text: string,
	words: readonly CommandWord[],
	beginning: Beginning,
	marks: Marks,
): void {
	const few = words.slice(0, mostWords);
	const start = firstArgument(few, beginning);
	if (start === undefined) return;
	const command = few[0]?.from ?? 0;
	const mark = (flag: FlagPlace, value: WrittenValue): void => {
		marks.flag(flag, { ...value, command });
	};
	for (let index = start; index < few.length; index++) {
		const word = few[index];
		if (!word) return;
		flagName.lastIndex = word.head;
		const name = flagName.exec(text)?.[0] ?? "";
		const end = word.head + name.length;
		if (name === "" || end > word.to) {
			if (text.slice(word.head, word.head + 3).trimEnd() === "--") return;
			continue;
		}
		const next = few[index + 1];
		const isNextFlag = next === undefined || text.startsWith("-", next.head);
		const flag = { start: word.head, end, name };
		if (text[end] === "=") mark(flag, assigned(word, name, end + 1));
		else if (serverFlag(name)?.isSwitch) {
			const extra = isNextFlag ? undefined : { from: next.from, to: next.to };
			mark(flag, switchedOn(word, name, extra));
		} else if (isNextFlag) marks.flag(flag, undefined);
		else {
			mark(flag, separate(next));
			index++;
		}
	}
}

/** Returns the value of `--name=value`. */
function assigned(word: CommandWord, name: string, start: number): WrittenValue {
	const { quoting, isWhole, to, text, why } = word;
	const prefix = `${name}=`;
	return {
		from: isWhole ? word.from : start,
		to,
		quoting,
		...(isWhole && { prefix }),
		...(text === undefined ? { ...(why && { why }) } : { text: text.slice(prefix.length) }),
	};
}

/** Returns the value of a switch that is only named. */
function switchedOn(word: CommandWord, name: string, extra: Span | undefined): WrittenValue {
	const { from, to, quoting } = word;
	return { from, to, quoting, prefix: `${name}=`, text: "true", ...(extra && { extra }) };
}

/** Returns the value of `--name value`, which is the word after the flag. */
function separate({ from, to, quoting, text, why }: CommandWord): WrittenValue {
	return { from, to, quoting, ...(text === undefined ? { ...(why && { why }) } : { text }) };
}
