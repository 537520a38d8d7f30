import { isBlank, isBreak, lineEnd } from "./text.ts";
import type { Marks } from "./marks.ts";

/** Comments of templates: `{# … #}` of Jinja, and `{{/* … * /}}` of Go. */
const comment = /\{#|\{\{-?\s{0,10}\/\*/y;

/** Whether a comment of a template begins at an offset; `${#X}` is a shell's. */
export function isTemplateComment(text: string, at: number): boolean {
	comment.lastIndex = at;
	return comment.test(text) && text[at - 1] !== "$";
}

/** Where what begins at an offset with `{{`, `{%` or `{#` ends: comments on any line, all else in its own. */
export function templateEnd(text: string, at: number, to: number): number {
	const isComment = isTemplateComment(text, at);
	const end = isComment ? to : lineEnd(text, at, to);
	const close = text[at + 1] === "{" ? "}}" : `${text.charAt(at + 1)}}`;
	let found = isComment && close === "}}" ? find(text, "*/", at, end) : at;
	if (found < end) found = find(text, close, found, end);
	return found < end ? found + 2 : isComment ? lineEnd(text, at, to) : end;
}

/** Where a part of a text is found; `to` where it isn't. */
function find(text: string, part: string, from: number, to: number): number {
	for (let at = from; at + part.length <= to; at++) if (text.startsWith(part, at)) return at;
	return to;
}

/** Whether a template has a part in a piece of a text. */
export function isTemplated(piece: string): boolean {
	return /\{\{[^{}]*\}\}|\{%[^%]*%\}/.test(piece);
}

/** Marks all comments of templates in a text. */
export function markTemplateComments(text: string, marks: Marks): void {
	for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
		if (!isTemplateComment(text, at)) continue;
		const end = templateEnd(text, at, text.length);
		marks.comment(at, end);
		at = end - 1;
	}
}

/**
 * A part of a text of the same length, in which templates are as if they weren't there: what stands alone on its lines
 * is blank, what is a part of a value is a word. So is `${…}`, which is no map of YAML's.
 */
export function withoutTemplates(text: string, from: number, to: number): string {
	const part = text.slice(from, to);
	const pieces: string[] = [];
	let last = 0;
	/** Before these offsets nothing ends that begins with a sign. */
	const unclosed = new Map<string, number>();
	for (let at = part.indexOf("{"); at >= 0; at = part.indexOf("{", at + 1)) {
		const opening = openingAt(part, at);
		if (opening === undefined || at < (unclosed.get(opening) ?? 0)) continue;
		const end = opening === "${" ? braceEnd(part, at) : templateEnd(part, at, part.length);
		if (!closings[opening]?.includes(part.slice(opening === "${" ? end - 1 : end - 2, end))) {
			unclosed.set(opening, isTemplateComment(part, at) ? part.length : end);
			continue;
		}
		const filling = opening !== "${" && isAlone(part, at, end) ? " " : "x";
		pieces.push(part.slice(last, at), part.slice(at, end).replace(/[^\r\n]/g, filling));
		last = end;
		at = end - 1;
	}
	return pieces.join("") + part.slice(last);
}

const closings: Readonly<Record<string, string>> = {
	"${": "}",
	"{{": "}}",
	"{{/*": "}}",
	"{%": "%}",
	"{#": "#}",
};

/** What begins at a brace; nothing where that is a map of YAML's. */
function openingAt(text: string, at: number): string | undefined {
	const two = text.slice(at, at + 2);
	if (text[at - 1] === "$" && two !== "{{") return "${";
	if (two === "{{") return isTemplateComment(text, at) ? "{{/*" : two;
	return two === "{%" || two === "{#" ? two : undefined;
}

/** Where `${…}` ends in its line, at an offset of its brace; the line's end where it doesn't. */
function braceEnd(text: string, start: number): number {
	let open = 0;
	let at = start;
	for (; at < text.length && !isBreak(text[at]); at++) {
		if (text[at] === "{") open++;
		else if (text[at] === "}" && --open === 0) return at + 1;
	}
	return at;
}

/** Whether nothing but space, or other templates, stands beside a template in its lines. */
function isAlone(text: string, from: number, to: number): boolean {
	let start = from;
	while (start > 0 && isBlank(text[start - 1])) start--;
	const before = start === 0 || isBreak(text[start - 1]) || text.slice(start - 2, start) === "}}";
	let end = to;
	while (end < text.length && isBlank(text[end])) end++;
	return before && (end >= text.length || isBreak(text[end]) || text.startsWith("{{", end));
}
