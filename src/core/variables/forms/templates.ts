import { lineEnd } from "./text.ts";
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

/** Marks all comments of templates in a text. */
export function markTemplateComments(text: string, marks: Marks): void {
	for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
		if (!isTemplateComment(text, at)) continue;
		const end = templateEnd(text, at, text.length);
		marks.comment(at, end);
		at = end - 1;
	}
}
