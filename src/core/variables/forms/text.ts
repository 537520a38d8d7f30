/** Scanning functions that the readers of all forms share. Each takes linear time. */

/** Part of a text, in UTF-16 units; `to` is exclusive. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Whether a character is whitespace within a line, including a byte order mark. */
export function isBlank(character: string | undefined): boolean {
	if (character === " " || character === "\t") return true;
	return (
		character !== undefined && (character < " " || character > "~") && /[^\S\r\n]/.test(character)
	);
}

export function isBreak(character: string | undefined): boolean {
	return character === "\n" || character === "\r";
}

export function skipBlanks(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && isBlank(text[at])) at++;
	return at;
}

/** Skips whitespace, including line breaks. */
export function skipSpace(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && (isBlank(text[at]) || isBreak(text[at]))) at++;
	return at;
}

/** Returns the end of the line that contains an offset: its line break, or `to`. */
export function lineEnd(text: string, from: number, to: number): number {
	let at = from;
	for (; at < to; at++) {
		const code = text.charCodeAt(at);
		if (code === 10 || code === 13) break;
	}
	return at;
}

/** Returns the offset after the line break at an offset. */
export function skipBreak(text: string, from: number, to: number): number {
	const after = text.startsWith("\r\n", from) ? from + 2 : from + 1;
	return Math.min(after, to);
}

/** Yields the lines in part of a text, without their line breaks. */
export function* linesOf(text: string, from: number, to: number): Generator<Span> {
	let at = from;
	while (at < to) {
		const end = lineEnd(text, at, to);
		yield { from: at, to: end };
		at = skipBreak(text, end, to);
	}
}

/** Returns the end of a line's content, without trailing whitespace. */
export function trimmedEnd(text: string, { from, to }: Span): number {
	let end = to;
	while (end > from && isBlank(text[end - 1])) end--;
	return end;
}

/** The prefix of every name. */
export const namePrefix = "CODER_";

/** Whether a name can begin at an offset: not within a word, except after a short flag, as in `-eCODER_X`. */
export function mayBeginName(text: string, start: number): boolean {
	return !/\w/.test(text.charAt(start - 1)) || isShortFlag(text, start);
}

function isShortFlag(text: string, end: number): boolean {
	return text.startsWith("-e", end - 2) && !/[\w-]/.test(text.charAt(end - 3));
}

/** Returns the end of the name that starts at an offset; 0 if there is none. */
export function nameEnd(text: string, start: number, to = text.length): number {
	if (!text.startsWith(namePrefix, start) || !mayBeginName(text, start)) return 0;
	const name = /CODER_\w+/y;
	name.lastIndex = start;
	const { length } = name.exec(text)?.[0] ?? "";
	return length > 0 && start + length <= to ? start + length : 0;
}

/** Whether an assignment operator, `=` or `+=`, is at an offset. `==` isn't one. */
export function assignsAt(text: string, at: number): boolean {
	const equals = text[at] === "+" ? at + 1 : at;
	return text[equals] === "=" && text[equals + 1] !== "=";
}

/** Returns the end of the name at an offset if it is directly followed by an assignment, 0 otherwise. */
export function assignmentEnd(text: string, start: number, to: number): number {
	const end = nameEnd(text, start, to);
	return end > 0 && end < to && assignsAt(text, end) ? end : 0;
}

/** Whether part of a text is exactly one name. */
export function isName(text: string, { from, to }: Span): boolean {
	return from < to && nameEnd(text, from, to) === to;
}
