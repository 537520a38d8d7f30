import { isBlank, isBreak, lineEnd, skipBlanks, trimmedEnd, type Span } from "./text.ts";
import { isTemplated } from "./templates.ts";
import type { Literal } from "./written.ts";

/** Where the value of a line in an env file is, with its quotes, and what it is. */
export interface EnvValue extends Span, Literal {}

/**
 * Reads a value of an env file, as Compose and systemd read it alike.
 *
 * @param from where it begins, behind the `=`
 * @param end where its line ends
 * @param closing where the quotes close that it may begin with; 0 where they don't
 */
export function envValue(text: string, from: number, end: number, closing: number): EnvValue {
	const start = skipBlanks(text, from, end);
	if (closing > 0) {
		const span = { from: start, to: closing + 1 };
		const raw = text.slice(start + 1, closing);
		return { ...span, ...quotedText(raw, text.charAt(start)) };
	}
	let to = start;
	while (to < end && !(text[to] === "#" && isBlank(text[to - 1]))) to++;
	const span = { from: start, to: trimmedEnd(text, { from: start, to }) };
	const raw = text.slice(span.from, span.to);
	if (isTemplated(raw)) return { ...span, why: "templated" };
	return { ...span, ...(/\$[\w{(]|`/.test(raw) ? { why: "interpolated" } : { text: raw }) };
}

/** What is between quotes; in double ones a backslash takes the meaning of what follows. */
function quotedText(raw: string, quote: string): Literal {
	if (isTemplated(raw)) return { why: "templated" };
	if (quote === "'") return { text: raw };
	const pieces: string[] = [];
	for (let at = 0; at < raw.length; at++) {
		const character = raw.charAt(at);
		const next = raw.charAt(at + 1);
		if (character === "\\" && next !== "") {
			at++;
			pieces.push(escapes[next] ?? (isBreak(next) ? "" : `\\${next}`));
		} else if (character === "$" && /[\w{(]/.test(next)) return { why: "interpolated" };
		else pieces.push(character);
	}
	return { text: pieces.join("") };
}

const escapes: Readonly<Record<string, string>> = {
	"\\": "\\",
	'"': '"',
	$: "$",
	"`": "`",
	n: "\n",
	r: "\r",
	t: "\t",
};

/** Where the line ends that an offset is in, and where a value in quotes on that line alone closes. */
export function closingInLine(text: string, from: number, to: number): number {
	const end = lineEnd(text, from, to);
	const start = skipBlanks(text, from, end);
	const quote = text.charAt(start);
	if (start >= end || !/["']/.test(quote)) return 0;
	for (let at = start + 1; at < end; at++) {
		if (text[at] === "\\" && quote === '"') at++;
		else if (text[at] === quote) return at;
	}
	return 0;
}
