import { linesOf, skipBlanks, skipSpace } from "./text.ts";

/** A key whose value begins on the next line, or a list item that is a map. */
const parent = /^(?:[\w.-]+:(?:\s*[|>][+-]?)?\s*$|- [\w.-]+: )/;

/** A key or list item. */
const child = /^(?:- |[\w.-]+:(?:\s|$))/;

/** The first line of a manifest or document. */
const manifest = /^(?:(?:apiVersion|kind):\s|---\s*$)/;

/**
 * Whether part of a text looks like YAML by its first two lines with content. Plain text also has lines that end
 * with a colon.
 */
export function startsAsYaml(text: string, from: number, to: number): boolean {
	let above: number | undefined;
	for (const line of linesOf(text, from, to)) {
		const start = skipBlanks(text, line.from, line.to);
		if (start === line.to || text[start] === "#") continue;
		const beginning = text.slice(start, Math.min(line.to, start + 200));
		const indent = start - line.from;
		if (above !== undefined) return indent >= above && child.test(beginning);
		if (manifest.test(beginning)) return true;
		if (!parent.test(beginning)) return false;
		above = indent;
	}
	return false;
}

/** Whether part of a text begins with a JSON object or list. */
export function startsAsJson(text: string, from: number, to: number): boolean {
	const start = skipSpace(text, from, to);
	return /^(?:\{[\s"]|\[[\s{])/.test(text.slice(start, start + 2));
}
