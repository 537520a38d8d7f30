/** The steps that readers of all forms take through a text. Each looks at every character once. */

/** A part of a text, in UTF-16 units; `to` is not part of it. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Space within a line; a byte order mark is one, too. */
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

/** Skips line breaks and what else is space. */
export function skipSpace(text: string, from: number, to: number): number {
	let at = from;
	while (at < to && (isBlank(text[at]) || isBreak(text[at]))) at++;
	return at;
}

/** Where the line ends that an offset is in: at its line break, or at `to`. */
export function lineEnd(text: string, from: number, to: number): number {
	let at = from;
	for (; at < to; at++) {
		const code = text.charCodeAt(at);
		if (code === 10 || code === 13) break;
	}
	return at;
}

/** The offset behind the line break that is at an offset. */
export function skipBreak(text: string, from: number, to: number): number {
	const after = text.startsWith("\r\n", from) ? from + 2 : from + 1;
	return Math.min(after, to);
}

/** The lines of a part of a text, without their line breaks. */
export function* linesOf(text: string, from: number, to: number): Generator<Span> {
	let at = from;
	while (at < to) {
		const end = lineEnd(text, at, to);
		yield { from: at, to: end };
		at = skipBreak(text, end, to);
	}
}

/** Where a line's content ends, without the space behind it. */
export function trimmedEnd(text: string, { from, to }: Span): number {
	let end = to;
	while (end > from && isBlank(text[end - 1])) end--;
	return end;
}

/** The end of the name that begins at an offset; 0 where none does. */
export function nameEnd(text: string, start: number, to = text.length): number {
	if (!text.startsWith("CODER_", start)) return 0;
	if (start > 0 && /\w/.test(text.charAt(start - 1))) return 0;
	const name = /CODER_\w+/y;
	name.lastIndex = start;
	const { length } = name.exec(text)?.[0] ?? "";
	return length > 0 && start + length <= to ? start + length : 0;
}

/** Whether a value is assigned, or appended, at an offset. A comparison is none. */
export function assignsAt(text: string, at: number): boolean {
	const equals = text[at] === "+" ? at + 1 : at;
	return text[equals] === "=" && text[equals + 1] !== "=";
}

/** The name that a part of a text begins with, where a value is assigned to it right away: its end, else 0. */
export function assignmentEnd(text: string, start: number, to: number): number {
	const end = nameEnd(text, start, to);
	return end > 0 && end < to && assignsAt(text, end) ? end : 0;
}

/** Whether a part of a text is a name and nothing else. */
export function isName(text: string, { from, to }: Span): boolean {
	return from < to && nameEnd(text, from, to) === to;
}
