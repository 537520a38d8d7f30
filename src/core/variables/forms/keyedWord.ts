import type { CommandWord } from "./commandLine.ts";
import { keyedLiteral, quotedSpan } from "./keyedLiteral.ts";
import type { Token } from "./keyedTokens.ts";
import type { KeyedQuoting } from "./written.ts";

/** Returns an item of a list as a word of a command line. */
export function keyedWord(text: string, token: Token, quoting: KeyedQuoting): CommandWord {
	return {
		...quotedSpan(text, token),
		head: token.from,
		quoting,
		isWhole: true,
		...keyedLiteral(text, token, quoting),
	};
}
