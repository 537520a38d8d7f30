/** What a line of block YAML says on its own. */
export interface YamlEntry {
	/** The spaces before it. */
	readonly indent: string;
	/** The dashes of list items, with the spaces after them. */
	readonly dashes: string;
	/** The key as written, with its quotes. */
	readonly key: string | undefined;
	/** The value as written; empty if there is none. */
	readonly value: string;
}

const beginning = /^( *)((?:- +|-$)*)/;
const keys = /([\w./-]+|"[^"\\]*"|'[^']*'):(?: +|$)/y;

/** Values that say themselves where they end: quoted texts, flat maps and lists, and the headers of block scalars. */
const delimited =
	/"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*(?:''[^']*)*'|\{[^{}"'#]*\}|\[[^[\]"'#]*\]|[|>][+-]?\d?[+-]?/y;

/** How a plain value begins. Anchors, aliases, and tags don't match. */
const plainStart = /-?[\w./@+=$(~]/y;

/** What can't be part of a plain value: the colon of a key, and a comment. */
const plainEnd = /:(?: |$)| #/g;

const remainder = /(?: +#.*)? *$/y;

/**
 * Reads a line with dashes, a key, a value that ends on the same line, and a comment.
 *
 * @returns undefined if the line can't be understood without others, or uses other syntax
 */
export function yamlEntry(line: string): YamlEntry | undefined {
	const [before = "", indent = "", dashes = ""] = beginning.exec(line) ?? [];
	const [keyed = "", key] = at(keys, line, before.length) ?? [];
	const from = before.length + keyed.length;
	const end = valueEnd(line, from);
	// A comment needs a space, which may be the one after the colon or the dash.
	const isCommented = end === from && from > 0 && line[from] === "#" && line[from - 1] === " ";
	if (end === undefined || !at(remainder, line, isCommented ? from - 1 : end)) return undefined;
	return { indent, dashes, key, value: line.slice(from, end) };
}

/** Returns where the value at an offset ends; undefined if a plain value can't end on this line. */
function valueEnd(line: string, from: number): number | undefined {
	const [text] = at(delimited, line, from) ?? [];
	if (text !== undefined) return from + text.length;
	const [start] = at(plainStart, line, from) ?? [];
	if (start === undefined) return from;
	const end = at(plainEnd, line, from + start.length);
	if (end?.[0].startsWith(":")) return undefined;
	return end?.index ?? line.length;
}

/** Matches an expression at an offset, or after it if the expression is global. */
function at(expression: RegExp, line: string, offset: number): RegExpExecArray | null {
	expression.lastIndex = offset;
	return expression.exec(line);
}
