import { assignsAt, nameEnd, skipBlanks, trimmedEnd } from "./text.ts";

/**
 * Reads and marks the name that a line assigns to: `NAME=`, `NAME = `, or `NAME: `, quoted or not.
 *
 * @returns the start of the value; 0 if the line isn't an assignment
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
