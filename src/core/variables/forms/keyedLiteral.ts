import type { Token } from "./keyedTokens.ts";
import type { Span } from "./text.ts";
import type { KeyedQuoting, Literal } from "./written.ts";

/** Returns the literal of a value with a single token: a string, number, or Boolean. Anything else is a reference. */
export function keyedLiteral(
	text: string,
	{ kind, from, to }: Token,
	quoting: KeyedQuoting,
): Literal {
	const raw = text.slice(from, to);
	if (kind === "word") {
		return /^(?:true|false|\d[\d_]*(?:\.\d+)?)$/.test(raw) ? { text: raw } : { why: "reference" };
	}
	if (kind === "lines" && quoting === "hcl") return heredocLiteral(text, from, raw);
	if (kind !== "string") return { why: "reference" };
	if (text[from - 1] === "'" && quoting === "toml") return { text: raw };
	return quotedLiteral(raw, quoting);
}

/** Returns the text of an HCL heredoc. With `<<-`, the indentation that all lines share is removed. */
function heredocLiteral(text: string, from: number, raw: string): Literal {
	if (/[$%]\{/.test(raw.replace(/\$\$\{|%%\{/g, ""))) return { why: "interpolated" };
	const plain = raw.replace(/([$%])\1\{/g, "$1{");
	if (text[text.lastIndexOf("<<", from) + 2] !== "-") return { text: plain };
	const lines = plain.split("\n");
	const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
	const indent = indents.reduce((least, one) => Math.min(least, one), Infinity);
	return { text: lines.map((line) => line.slice(indent)).join("\n") };
}

/** Returns the span of a token, including its quotes. An unclosed string has no closing quote. */
export function quotedSpan(text: string, { kind, from, to }: Token): Span {
	if (kind !== "string") return { from, to };
	return { from: from - 1, to: text[to] === text[from - 1] ? to + 1 : to };
}

const escapes: Readonly<Record<string, string>> = {
	'"': '"',
	"\\": "\\",
	"/": "/",
	$: "$",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "\t",
};

function quotedLiteral(raw: string, quoting: KeyedQuoting): Literal {
	const pieces: string[] = [];
	for (let at = 0; at < raw.length; at++) {
		const character = raw.charAt(at);
		if (character === "\\") {
			const hex = /^(?:u[\da-fA-F]{4}|U[\da-fA-F]{8})/.exec(raw.slice(at + 1, at + 10))?.[0];
			const code = hex === undefined ? undefined : Number.parseInt(hex.slice(1), 16);
			if (hex !== undefined && code !== undefined && code <= 0x10ffff) {
				pieces.push(String.fromCodePoint(code));
				at += hex.length;
			} else pieces.push(escapes[raw.charAt(++at)] ?? raw.charAt(at));
		} else if (quoting === "hcl" && /^(?:\$\$|%%)\{/.test(raw.slice(at, at + 3))) {
			pieces.push(`${character}{`);
			at += 2;
		} else if (quoting !== "toml" && /^(?:\$|%)\{/.test(raw.slice(at, at + 2))) {
			if (character === "$" || quoting === "hcl") return { why: "interpolated" };
			pieces.push(character);
		} else pieces.push(character);
	}
	return { text: pieces.join("") };
}
