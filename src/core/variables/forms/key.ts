import { assignsAt, nameEnd, skipBlanks, trimmedEnd } from "./text.ts";

/**
 * Reads what a line assigns to: `NAME=`, `NAME = `, `NAME: `, with quotes or without, and marks it.
 *
 * @returns where its value begins; 0 where the line begins otherwise
 */
export function readKey(
	text: string,
	start: number,
	end: number,
	mark: (start: number) => void,
): number {
	const quote = /["']/.test(text.charAt(start)) ? text.charAt(start) : "";
	const head = start + quote.length;
	let at = head;
	while (at < end && /[\w.-]/.test(text.charAt(at))) at++;
	if (at === head || !text.startsWith(quote, at)) return 0;
	const sign = skipBlanks(text, at + quote.length, trimmedEnd(text, { from: at, to: end }));
	const assigns = assignsAt(text, sign) || text[sign] === ":";
	if (!assigns || sign >= end) return 0;
	if (nameEnd(text, head, end) === at) mark(head);
	return text[sign] === "+" ? sign + 2 : sign + 1;
}
