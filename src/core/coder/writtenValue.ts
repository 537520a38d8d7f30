/** The part of a text that is a value. Offsets are in UTF-16 units. */
export interface WrittenSpan {
	readonly from: number;
	readonly to: number;
	/** Whether quotes, brackets, or lines show where it ends. */
	readonly isEnclosed: boolean;
}

/** How far a quoted text, a list, or an object may extend over further lines, in characters. */
const mostFurther = 1_000;

/**
 * What opens a value: a quotation mark, inside JSON texts after backslashes; the bracket of a list or an object; a
 * heredoc; a block of lines in YAML.
 */
const openings = /\\*["'`]|[[{]|<<[-~]?["']?(\w{1,40})|[|>][-+\d]{0,2}[ \t]*\r?\n/y;

/** What precedes a value: `=`, a colon, an encoded delimiter, or the name of a flag. */
export type ValueSign = "=" | ":" | "%" | " ";

/** Values without quotes. */
const bare: Readonly<Record<ValueSign, RegExp>> = {
	"=": /[^\s"'`&;)}\]]*(?:["'](?=\w)[^\s"'`&;)}\]]*)*/y,
	":": /[^\s"'`&;,)}\]]*/y,
	"%": /[^\s"'`&;)}\]%]*(?:%(?!2[26C])[^\s"'`&;)}\]%]*)*/y,
	" ": /[^\s"'`]*/y,
};

/**
 * Finds the value that begins at an offset: quoted in any of the ways of programs, JSON, YAML, and shells, a list or an
 * object, a block of lines in YAML, or a Terraform heredoc. Linear time over all values of a text.
 *
 * @param column returns the number of spaces and dashes before its name
 */
export function valueAt(
	text: string,
	start: number,
	sign: ValueSign,
	column: () => number,
): WrittenSpan {
	openings.lastIndex = start;
	const [opening = "", tag] = openings.exec(text) ?? [];
	const from = start + opening.length;
	if (opening === "") return { from, to: bareEnd(text, from, sign), isEnclosed: false };
	if (tag !== undefined) return { from, to: heredocEnd(text, from, tag), isEnclosed: true };
	if (opening === "[" || opening === "{") {
		return { from, to: bracketEnd(text, from), isEnclosed: true };
	}
	if (opening.endsWith("\n")) {
		const to = sign === ":" ? blockEnd(text, from, column()) : from;
		return { from, to, isEnclosed: true };
	}
	const to = quoteEnd(text, from, opening);
	// Shells join `"a"b`.
	const next = to + opening.length;
	const isJoined = sign === "=" && /^\w/.test(text.charAt(next)) && text.startsWith(opening, to);
	return { from, to: isJoined ? bareEnd(text, next, sign) : to, isEnclosed: true };
}

function bareEnd(text: string, from: number, sign: ValueSign): number {
	const pattern = bare[sign];
	pattern.lastIndex = from;
	return from + (pattern.exec(text)?.[0].length ?? 0);
}

/** Returns where a quoted text ends, at most its line. Quotes inside it have more backslashes, or are doubled. */
function quoteEnd(text: string, from: number, opening: string): number {
	const mark = opening.slice(-1);
	let slashes = 0;
	let doubled = -1;
	const found = endBy(text, from, (character, at) => {
		const before = slashes;
		slashes = character === "\\" ? slashes + 1 : 0;
		if (character !== mark || before >= opening.length || at === doubled) return undefined;
		if (opening !== "'" || at === from || text[at + 1] !== "'") return at - before;
		doubled = at + 1;
		return undefined;
	});
	return found ?? lineEnd(text, from);
}

/** Returns where a list or an object ends; one that isn't closed ends as far as it was searched. */
function bracketEnd(text: string, from: number): number {
	let depth = 1;
	const found = endBy(text, from, (character, at) => {
		if (character === "[" || character === "{") depth++;
		else if (character === "]" || character === "}") depth--;
		return depth === 0 ? at : undefined;
	});
	return found ?? Math.min(text.length, lineEnd(text, from) + mostFurther);
}

/** Returns the first end that a function finds on the line or soon after it. */
function endBy(
	text: string,
	from: number,
	find: (character: string, at: number) => number | undefined,
): number | undefined {
	let limit = text.length;
	for (let at = from; at < limit; at++) {
		const character = text.charAt(at);
		if (character === "\n") limit = Math.min(limit, at + mostFurther);
		const end = find(character, at);
		if (end !== undefined) return end;
	}
	return undefined;
}

/** Returns where a block of lines ends: before the first line that isn't indented further than its name. */
function blockEnd(text: string, from: number, column: number): number {
	let to = from;
	for (let line = from; line < text.length;) {
		let indent = line;
		while (text[indent] === " ") indent++;
		const end = lineEnd(text, indent);
		if (end > indent && indent - line <= column) break;
		to = end;
		line = end + 1;
	}
	return to;
}

/** Returns where a heredoc ends: before the line that consists of its tag. */
function heredocEnd(text: string, from: number, tag: string): number {
	for (let line = lineEnd(text, from) + 1; line < text.length;) {
		const end = lineEnd(text, line);
		if (text.slice(line, Math.min(end, line + 200)).trim() === tag) return line - 1;
		line = end + 1;
	}
	return text.length;
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end === -1 ? text.length : end;
}
