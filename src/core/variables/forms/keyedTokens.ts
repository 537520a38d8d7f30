import { isBlank, isBreak, lineEnd, skipBlanks, skipBreak, trimmedEnd, type Span } from "./text.ts";
import type { KeyedQuoting } from "./written.ts";

/** The features of a key-value syntax. */
export interface Syntax {
	readonly quoting: KeyedQuoting;
	/** The characters that can separate a key from its value. */
	readonly signs: string;
	/** Comments from `#` to the end of the line. */
	readonly hash?: boolean;
	/** Comments from `//` to the end of the line, and block comments. */
	readonly slashes?: boolean;
	readonly blockComments?: boolean;
	/** Here-documents: `<<EOT`. */
	readonly heredocs?: boolean;
	/** Multiline strings: `"""…"""` and `'''…'''`. */
	readonly triples?: boolean;
	/** Single-quoted strings without escapes: `'…'`. */
	readonly literals?: boolean;
	/** Nix's multiline strings: `''…''`. */
	readonly indented?: boolean;
	/** `${…}` in strings, which may in turn contain strings. */
	readonly expansions?: boolean;
}

/** A token. The span of a string is its content, without quotes. `lines` is a multiline string. */
export interface Token extends Span {
	readonly kind: "comment" | "word" | "string" | "lines" | "sign" | "break";
}

/** Splits a text into tokens, in linear time for any input. */
export function* keyedTokens(
	text: string,
	from: number,
	to: number,
	syntax: Syntax,
): Generator<Token> {
	let at = from;
	while (at < to) {
		const start = at;
		const character = text.charAt(at);
		if (isBlank(character)) {
			at++;
			continue;
		}
		if (isBreak(character)) {
			at = skipBreak(text, at, to);
			yield { kind: "break", from: start, to: at };
		} else if (
			(character === "#" && syntax.hash) ||
			(syntax.slashes && text.startsWith("//", at))
		) {
			at = lineEnd(text, at, to);
			yield { kind: "comment", from: start, to: at };
		} else if (text.startsWith("/*", at) && (syntax.slashes ?? syntax.blockComments)) {
			at = find(text, "*/", at + 2, to) + 2;
			yield { kind: "comment", from: start, to: Math.min(at, to) };
		} else if (
			syntax.heredocs &&
			text.startsWith("<<", at) &&
			/^<<-?"?\w/.test(text.slice(at, at + 5))
		) {
			const content = heredoc(text, at, to);
			at = content.next;
			yield { kind: "lines", from: content.from, to: content.to };
		} else if (syntax.indented && text.startsWith("''", at)) {
			const end = indentedEnd(text, at + 2, to);
			at = end + 2;
			yield { kind: "lines", from: start + 2, to: end };
		} else if (syntax.triples && /^(?:"""|''')/.test(text.slice(at, at + 3))) {
			const end = find(text, text.slice(at, at + 3), at + 3, to);
			at = end + 3;
			yield { kind: "lines", from: start + 3, to: end };
		} else if (character === '"' || (character === "'" && syntax.literals)) {
			const end = stringEnd(text, at + 1, to, character, syntax);
			// After an unclosed string, the line break still ends its value.
			at = text[end] === character ? end + 1 : end;
			yield { kind: "string", from: start + 1, to: end };
		} else if (/[\w$]/.test(character)) {
			while (at < to && /[\w.$-]/.test(text.charAt(at))) at++;
			yield { kind: "word", from: start, to: at };
		} else {
			at++;
			yield { kind: "sign", from: start, to: at };
		}
	}
}

function find(text: string, part: string, from: number, to: number): number {
	for (let at = from; at + part.length <= to; at++) if (text.startsWith(part, at)) return at;
	return to;
}

/** Returns the end of a string's content: its closing quote, or the end of the line if it isn't closed. */
function stringEnd(text: string, from: number, to: number, quote: string, syntax: Syntax): number {
	/** The number of open braces in an interpolation. Strings inside it have their own quotes. */
	let braces = 0;
	let inner = false;
	/** Before this offset, `$` and `%` are literal, because they are escaped or escape each other. */
	let plain = from;
	for (let at = from; at < to && !isBreak(text[at]); at++) {
		const character = text.charAt(at);
		if (character === "\\" && quote === '"') plain = ++at + 1;
		else if (braces === 0 && character === quote) return at;
		else if (braces > 0 && character === '"') inner = !inner;
		else if (
			!inner &&
			character === "{" &&
			(braces > 0 || (syntax.expansions && at > plain && opens(text, at, plain, syntax)))
		) {
			braces++;
		} else if (!inner && character === "}" && braces > 0) braces--;
	}
	return Math.min(lineEnd(text, from, to), to);
}

/** Whether a brace opens an interpolation: after `$`, or `%` in HCL, unless that is doubled. */
function opens(text: string, brace: number, plain: number, { quoting }: Syntax): boolean {
	const sign = text.charAt(brace - 1);
	return (
		(sign === "$" || (sign === "%" && quoting === "hcl")) &&
		!(brace - 2 >= plain && text[brace - 2] === sign)
	);
}

/** Returns the end of Nix's multiline string: `''` that isn't followed by `$`, `'`, or a backslash. */
function indentedEnd(text: string, from: number, to: number): number {
	for (let at = from; at < to; at++) {
		if (!text.startsWith("''", at)) continue;
		if (!/[$'\\]/.test(text.charAt(at + 2))) return at;
		at += 2;
	}
	return to;
}

function heredoc(text: string, start: number, to: number): Span & { readonly next: number } {
	const first = lineEnd(text, start, to);
	const word = /^<<-?"?(\w+)/.exec(text.slice(start, Math.min(first, start + 200)))?.[1] ?? "";
	const from = skipBreak(text, first, to);
	for (let at = from; at < to;) {
		const line = { from: at, to: lineEnd(text, at, to) };
		const content = skipBlanks(text, line.from, line.to);
		const end = trimmedEnd(text, line);
		if (end - content === word.length && text.startsWith(word, content)) {
			return { from, to: line.from, next: end };
		}
		at = skipBreak(text, line.to, to);
	}
	return { from, to, next: to };
}
