import { isBreak, nameEnd } from "./text.ts";
import type { Marks } from "./marks.ts";
import { isTemplated } from "./templates.ts";
import type { Literal, WrittenValue } from "./written.ts";
import type { Word } from "./wordSpans.ts";

/** Whose quoting rules a word follows. */
export type Dialect = "shell" | "docker" | "systemd";

/**
 * Returns the text of a word without its quotes and escapes: `A="b c"` becomes `A=b c`.
 *
 * @returns the reason if it isn't a literal: it contains variables, commands, or specifiers, or its quotes aren't
 * closed
 */
export function unquote(raw: string, dialect: Dialect): Literal {
	// A template without quotes contains spaces, so its end is in another word.
	if (isTemplated(raw) || /^[^"']*\{[{%]/.test(raw)) return { why: "templated" };
	const pieces: string[] = [];
	let quote = "";
	for (let at = 0; at < raw.length; at++) {
		const character = raw.charAt(at);
		if (quote === "'" && dialect !== "systemd") {
			if (character === "'") quote = "";
			else pieces.push(character);
		} else if (character === "\\") {
			const escape = escaped(raw, at, dialect, quote);
			if (!escape) return { why: "interpolated" };
			pieces.push(escape.text);
			at += escape.length - 1;
		} else if (quote === "" && (character === '"' || character === "'")) quote = character;
		else if (quote !== "" && character === quote) quote = "";
		else if (dialect === "systemd" && character === "%") {
			if (raw[at + 1] !== "%") return { why: "interpolated" };
			pieces.push("%");
			at++;
		} else if (isPutIn(raw, at, dialect, quote)) return { why: "interpolated" };
		else pieces.push(character);
	}
	return quote === "" ? { text: pieces.join("") } : { why: "interpolated" };
}

/** Returns the text of a backslash escape. */
function escaped(
	raw: string,
	at: number,
	dialect: Dialect,
	quote: string,
): { readonly text: string; readonly length: number } | undefined {
	const next = raw.charAt(at + 1);
	if (dialect === "systemd") return systemdEscape(raw.slice(at + 1, at + 10));
	if (next === "") return { text: dialect === "docker" ? "\\" : "", length: 1 };
	if (isBreak(next)) return { text: "", length: raw.startsWith("\r\n", at + 1) ? 3 : 2 };
	const isKept = quote === '"' && !(dialect === "shell" ? '"\\$`' : '"\\$').includes(next);
	return { text: isKept ? `\\${next}` : next, length: 2 };
}

const letters: Readonly<Record<string, string>> = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
	v: "\v",
	s: " ",
	"\\": "\\",
	'"': '"',
	"'": "'",
};

/** Returns a C-style escape as systemd reads it; undefined if systemd rejects it. */
function systemdEscape(
	after: string,
): { readonly text: string; readonly length: number } | undefined {
	const known = letters[after.charAt(0)];
	if (known !== undefined) return { text: known, length: 2 };
	const [hex] = /^(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8})/.exec(after) ?? [];
	if (hex !== undefined) {
		const code = Number.parseInt(hex.slice(1), 16);
		if (code > 0x10ffff) return undefined;
		return { text: String.fromCodePoint(code), length: hex.length + 1 };
	}
	const [octal] = /^[0-7]{3}/.exec(after) ?? [];
	return octal === undefined
		? undefined
		: { text: String.fromCharCode(Number.parseInt(octal, 8)), length: 4 };
}

/** Whether the character at an offset starts a substitution. */
function isPutIn(raw: string, at: number, dialect: Dialect, quote: string): boolean {
	const character = raw.charAt(at);
	const next = raw.charAt(at + 1);
	if (dialect === "systemd") return false;
	if (character === "$")
		return /[\w{(]/.test(next) || (dialect === "shell" && /[@*#?$!'"-]/.test(next));
	if (dialect === "docker") return false;
	if (character === "`") return true;
	// The home directory, or an array.
	return quote === "" && /[~(]/.test(character) && raw[at - 1] === "=";
}

/**
 * Marks the value of an assignment, `NAME=value`, in a word.
 *
 * @param start the start of the name
 */
export function markValue(
	text: string,
	word: Word,
	start: number,
	dialect: Dialect,
	marks: Marks,
): void {
	const equals = nameEnd(text, start, word.to);
	if (equals === 0 || text[equals] !== "=") return;
	const literal = unquote(text.slice(word.from, word.to), dialect);
	// A quoted word, and any word of systemd's, is rewritten as a whole.
	const isWhole = dialect === "systemd" || /["']/.test(text.slice(word.from, start));
	const name = text.slice(start, equals + 1);
	const end = (literal.text?.indexOf(name) ?? 0) + name.length;
	marks.value(start, {
		from: isWhole ? word.from : equals + 1,
		to: word.to,
		quoting: dialect,
		...(isWhole && { prefix: literal.text?.slice(0, end) ?? name }),
		...(literal.text === undefined ? literal : { text: literal.text.slice(end) }),
	} satisfies WrittenValue);
}
