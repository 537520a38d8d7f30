import { isBlank, isBreak, lineEnd, skipBlanks, trimmedEnd, type Span } from "./text.ts";
import { isTemplated, templateSkipper } from "./templates.ts";
import type { Literal } from "./written.ts";

/** The position of a value in an env file, including its quotes, and the value itself. */
export interface EnvValue extends Span, Literal {}

/**
 * Reads a value in an env file, by the rules that Compose and systemd have in common.
 *
 * @param from the start of the value, after the `=`
 * @param end the end of its line
 * @param closing the offset of its closing quote; 0 if it isn't quoted
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

/** Returns the text between quotes. In double quotes, a backslash escapes the next character. */
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

/** Returns the offset of the closing quote if a quoted value ends on its line, 0 otherwise. */
export function closingInLine(text: string, from: number, to: number): number {
	const end = lineEnd(text, from, to);
	const start = skipBlanks(text, from, end);
	const quote = text.charAt(start);
	if (start >= end || !/["']/.test(quote)) return 0;
	const skip = templateSkipper(text, end);
	for (let at = start + 1; at < end; at++) {
		at = skip(at);
		if (text[at] === "\\" && quote === '"') at++;
		else if (text[at] === quote) return at;
	}
	return 0;
}
