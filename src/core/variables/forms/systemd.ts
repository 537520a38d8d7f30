import { readCommandLine } from "./commandLine.ts";
import { commandWords } from "./commandWords.ts";
import { readJoined } from "./joinedLines.ts";
import type { Marks, Reader } from "./marks.ts";
import {
	assignmentEnd,
	isName,
	lineEnd,
	nameEnd,
	skipBlanks,
	skipBreak,
	trimmedEnd,
	type Span,
} from "./text.ts";
import { markValue } from "./unquote.ts";
import { contentEnd, markArgument, quotedWords, type Word } from "./wordSpans.ts";

/** Keys whose values are lists of variables. */
const listing = /^(?:Pass|Unset|Default|Manager)?Environment$/;

/** The line of a quadlet with Coder's image, whose entry point is `coder server`. */
const coderImage = /^Image=[^\s=]*\bcoder\/coder\b/m;

/** Reads systemd units and Podman's quadlets. Comment lines start with `#` or `;`; other lines can be continued. */
export const readSystemd: Reader = (text, from, to, marks) => {
	/** The offsets of the variables that an empty `Environment=` clears. */
	const set: number[] = [];
	const isCoder = coderImage.test(text.slice(from, to));
	let lines: Span[] = [];
	for (let at = from; at < to;) {
		const line = { from: at, to: lineEnd(text, at, to) };
		at = skipBreak(text, line.to, to);
		const start = skipBlanks(text, line.from, line.to);
		if (/[#;]/.test(text.charAt(start))) {
			// Comments are also allowed between continued lines.
			marks.comment(start, line.to);
			continue;
		}
		const end = trimmedEnd(text, line);
		const goesOn = text[end - 1] === "\\";
		lines.push({ from: start, to: goesOn ? end - 1 : end });
		if (goesOn) continue;
		readLine(text, lines, marks, set, isCoder);
		lines = [];
	}
	readLine(text, lines, marks, set, isCoder);
};

/** Reads an assignment, in which a space replaces the end of each continued line. */
function readLine(
	text: string,
	lines: readonly Span[],
	marks: Marks,
	set: number[],
	isCoder: boolean,
): void {
	const [first, ...others] = lines;
	if (!first) return;
	const equals = text.slice(first.from, Math.min(first.to, first.from + 200)).indexOf("=");
	const key = equals < 0 ? "" : text.slice(first.from, first.from + equals).trimEnd();
	if (assignmentEnd(text, first.from, first.to) > 0) marks.setting(first.from);
	const value = { from: first.from + equals + 1, to: first.to };
	if (key === "Environment" && others.length === 0 && isEmpty(text, value)) {
		for (const start of set.splice(0)) marks.drop(start);
		return;
	}
	readJoined(text, [value, ...others], " ", marks, (joined, from, to, moved) => {
		readValue(joined, key, { from, to }, moved, set);
		const command = key.toLowerCase();
		if (command.startsWith("exec")) {
			const words = commandWords(joined, { from, to }, "systemd");
			readCommandLine(joined, words, isCoder && command === "exec" ? "image" : "command", moved);
		}
	});
}

function isEmpty(text: string, { from, to }: Span): boolean {
	return skipBlanks(text, from, to) >= to;
}

function readValue(text: string, key: string, span: Span, marks: Marks, set: number[]): void {
	let before = "";
	for (const word of quotedWords(text, span.from, span.to)) {
		const content = { from: word.head, to: contentEnd(text, word) };
		if (listing.test(key)) {
			const isSet = /^(?:Pass|Unset)/.test(key) ? isName(text, content) : isAssigned(text, word);
			if (isSet) marks.setting(word.head);
			if (isSet && key === "Environment") set.push(marks.place(word.head));
			if (isSet && !/^(?:Pass|Unset)/.test(key)) {
				markValue(text, word, word.head, "systemd", marks);
			}
		} else if (/^Exec|Args$/.test(key)) {
			if (assignmentEnd(text, word.head, word.to) > 0) marks.setting(word.head);
			markArgument(text, word, before, marks);
		} else if (key === "Secret") markTarget(text, content, marks);
		before = text.slice(word.from, word.to);
	}
}

/** Returns whether a word is `NAME=value`. The value may begin with another equals sign. */
function isAssigned(text: string, { head, to }: Word): boolean {
	const end = nameEnd(text, head, to);
	return end > 0 && end < to && text[end] === "=";
}

/** Marks the target in a quadlet's `Secret=name,type=env,target=CODER_X`. */
function markTarget(text: string, { from, to }: Span, marks: Marks): void {
	const at = text.slice(from, to).search(/,target=CODER_\w+/);
	if (at < 0) return;
	const name = from + at + ",target=".length;
	marks.setting(name);
	marks.value(name, { from, to, quoting: "systemd", why: "reference" });
}
