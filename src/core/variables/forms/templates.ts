import { isBlank, isBreak, lineEnd } from "./text.ts";
import type { Marks } from "./marks.ts";

/** Template comments: Jinja's `{# … #}` and Go's `{{/* … * /}}`. */
const comment = /\{#|\{\{-?\s{0,10}\/\*/y;

/** Whether a template comment starts at an offset. `${#X}` is shell syntax, `{{#if}}` a Handlebars block. */
function isTemplateComment(text: string, at: number): boolean {
	comment.lastIndex = at;
	if (!comment.test(text)) return false;
	const before = text[at - 1];
	return before !== "$" && !(before === "{" && text[at + 1] === "#");
}

/**
 * Returns the end of the template that starts at an offset with `{{`, `{%`, or `{#`. Only comments can span several
 * lines. An unclosed template ends with its line.
 */
function templateEnd(text: string, at: number, to: number): number {
	if (isTemplateComment(text, at)) return commentEnd(text, at, to) ?? lineEnd(text, at, to);
	const close = text[at + 1] === "{" ? "}}" : `${text.charAt(at + 1)}}`;
	let end = at;
	for (; end < to && !isBreak(text[end]); end++) {
		if (text.startsWith(close, end) && end + 2 <= to) return end + 2;
	}
	return end;
}

/** Returns the end of a template comment, or `undefined` if it isn't closed. */
function commentEnd(text: string, at: number, to: number): number | undefined {
	const isGo = text[at + 1] === "{";
	const inner = isGo ? text.indexOf("*/", at) : at;
	const end = inner === -1 ? -1 : text.indexOf(isGo ? "}}" : "#}", inner);
	return end === -1 || end + 2 > to ? undefined : end + 2;
}

/**
 * Returns a function that skips templates, which can contain quotes: it returns the end of the last of the adjacent
 * templates that start at an offset and end on its line, otherwise the offset. Must be called with increasing offsets.
 */
export function templateSkipper(text: string, to: number): (at: number) => number {
	/** The offset before which no template ends. */
	let unclosed = 0;
	const skipOne = (at: number): number => {
		const opening = text.slice(at, at + 2);
		if (at < unclosed || (opening !== "{{" && opening !== "{%")) return at;
		if (isTemplateComment(text, at)) return at;
		const end = templateEnd(text, at, to);
		if (end >= at + 4 && text.slice(end - 2, end) === (opening === "{{" ? "}}" : "%}")) return end;
		unclosed = end;
		return at;
	};
	return (start) => {
		let at = start;
		for (let end = skipOne(at); end > at; end = skipOne(at)) at = end;
		return at;
	};
}

/** Whether a text contains a template. A template can contain braces: `{{ "{}".format(x) }}`. */
export function isTemplated(piece: string): boolean {
	return ["{{ }}", "{% %}"].some((signs) => {
		const [open = "", close = ""] = signs.split(" ");
		const start = piece.indexOf(open);
		return start >= 0 && piece.includes(close, start + 2);
	});
}

/** Marks all template comments in a text. */
export function markTemplateComments(text: string, marks: Marks): void {
	/** The second characters of openings without a closing in the rest of the text. */
	const unclosed = new Set<string>();
	for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at + 1)) {
		if (!isTemplateComment(text, at)) continue;
		const kind = text.charAt(at + 1);
		const closed = unclosed.has(kind) ? undefined : commentEnd(text, at, text.length);
		if (closed === undefined) unclosed.add(kind);
		const end = closed ?? lineEnd(text, at, text.length);
		marks.comment(at, end);
		at = end - 1;
	}
}

/**
 * Returns part of a text with its length preserved and templates masked: with blanks if they are alone on their lines,
 * otherwise with a word. `${…}` is masked too, because it isn't a YAML map.
 */
export function withoutTemplates(text: string, from: number, to: number): string {
	const part = text.slice(from, to);
	const pieces: string[] = [];
	let last = 0;
	/** By opening: the offset before which there is no matching closing. */
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

/** Returns the template or expansion that a brace opens; undefined for a YAML map. */
function openingAt(text: string, at: number): string | undefined {
	const two = text.slice(at, at + 2);
	if (text[at - 1] === "$" && two !== "{{") return "${";
	if (two === "{{") return isTemplateComment(text, at) ? "{{/*" : two;
	return two === "{%" || two === "{#" ? two : undefined;
}

/** Returns the end of `${…}` on its line, given the offset of its brace; the end of the line if it isn't closed. */
function braceEnd(text: string, start: number): number {
	let open = 0;
	let at = start;
	for (; at < text.length && !isBreak(text[at]); at++) {
		if (text[at] === "{") open++;
		else if (text[at] === "}" && --open === 0) return at + 1;
	}
	return at;
}

/** Whether the lines of a template contain nothing else but whitespace and other templates. */
function isAlone(text: string, from: number, to: number): boolean {
	let start = from;
	while (start > 0 && isBlank(text[start - 1])) start--;
	const before = start === 0 || isBreak(text[start - 1]) || text.slice(start - 2, start) === "}}";
	let end = to;
	while (end < text.length && isBlank(text[end])) end++;
	return before && (end >= text.length || isBreak(text[end]) || text.startsWith("{{", end));
}
