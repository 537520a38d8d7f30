import type { Marks, Reader } from "./marks.ts";
import {
	assignmentEnd,
	isName,
	lineEnd,
	skipBlanks,
	skipBreak,
	trimmedEnd,
	type Span,
} from "./text.ts";
import { markValue } from "./unquote.ts";
import { contentEnd, markArgument, quotedWords } from "./wordSpans.ts";

/** Keys whose values are lists of variables. */
const listing = /^(?:Pass|Unset|Default|Manager)?Environment$/;

/** Reads systemd units and Podman's quadlets. Comment lines start with `#` or `;`; other lines can be continued. */
export const readSystemd: Reader = (text, from, to, marks) => {
	let key: string | undefined;
	let before = "";
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
		const content = { from: start, to: goesOn ? end - 1 : end };
		if (key === undefined) {
			before = "";
			const equals = text
				.slice(content.from, Math.min(content.to, content.from + 200))
				.indexOf("=");
			key = equals < 0 ? "" : text.slice(content.from, content.from + equals).trimEnd();
			if (assignmentEnd(text, start, content.to) > 0) marks.setting(start);
			before = readValue(
				text,
				key,
				{ from: content.from + equals + 1, to: content.to },
				before,
				marks,
			);
		} else before = readValue(text, key, content, before, marks);
		if (!goesOn) key = undefined;
	}
};

/** @returns the last word, which may determine the meaning of the first word on the next line */
function readValue(text: string, key: string, span: Span, last: string, marks: Marks): string {
	let before = last;
	for (const word of quotedWords(text, span.from, span.to)) {
		const content = { from: word.head, to: contentEnd(text, word) };
		if (listing.test(key)) {
			const isSet = /^(?:Pass|Unset)/.test(key)
				? isName(text, content)
				: assignmentEnd(text, word.head, word.to) > 0;
			if (isSet) marks.setting(word.head);
			if (isSet && !/^(?:Pass|Unset)/.test(key)) {
				markValue(text, word, word.head, "systemd", marks);
			}
		} else if (/^Exec|Args$/.test(key)) {
			if (assignmentEnd(text, word.head, word.to) > 0) marks.setting(word.head);
			markArgument(text, word, before, marks);
		} else if (key === "Secret") markTarget(text, content, marks);
		before = text.slice(word.from, word.to);
	}
	return before;
}

/** Marks the target in a quadlet's `Secret=name,type=env,target=CODER_X`. */
function markTarget(text: string, { from, to }: Span, marks: Marks): void {
	const at = text.slice(from, to).search(/,target=CODER_\w+/);
	if (at < 0) return;
	const name = from + at + ",target=".length;
	marks.setting(name);
	marks.value(name, { from, to, quoting: "systemd", why: "reference" });
}
