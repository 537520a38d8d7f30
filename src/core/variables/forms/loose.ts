import { closingInLine, envValue } from "./envValue.ts";
import { readKey } from "./key.ts";
import type { Marks, Reader } from "./marks.ts";
import { assignmentEnd, isName, linesOf, skipBlanks, trimmedEnd, type Span } from "./text.ts";
import { markArguments, markWords } from "./wordSpans.ts";

/**
 * Reads text of an unknown form in another file: a here-document, a YAML block, or a multiline string. Interprets each
 * line as in an env file, systemd unit, manifest, or Dockerfile.
 */
export const readLoose: Reader = (text, from, to, marks) => {
	for (const line of linesOf(text, from, to)) {
		const start = skipBlanks(text, line.from, line.to);
		if (/[#;]/.test(text.charAt(start)) || text.startsWith("//", start)) {
			marks.comment(start, line.to);
		} else readLine(text, { from: start, to: trimmedEnd(text, line) }, marks);
	}
};

/** Keywords before variables, and the start of list items. */
const heads =
	/(?:(?:(?:Pass|Unset|Default|Manager)?Environment)\s*=|(?:ENV|export|env|setenv)\s+)|-\s+(?:name:\s*)?|name:\s*/y;

function readLine(text: string, line: Span, marks: Marks): void {
	const mark = marks.setting.bind(marks);
	heads.lastIndex = line.from;
	const head = heads.exec(text)?.[0] ?? "";
	const start = Math.min(line.from + head.length, line.to);
	const quote = /["']/.test(text.charAt(start)) ? 1 : 0;
	const content = { from: start + quote, to: line.to - quote };
	if (head.includes("name")) {
		if (isName(text, content)) mark(content.from);
	} else if (head === "" || head.startsWith("-")) {
		const assigned = assignmentEnd(text, content.from, line.to);
		if (assigned > 0) {
			mark(content.from);
			if (head === "" && quote === 0 && text[assigned] === "=") {
				const closing = closingInLine(text, assigned + 1, line.to);
				const value = envValue(text, assigned + 1, line.to, closing);
				marks.value(content.from, { ...value, quoting: "env" });
			}
		} else if (head !== "" && isName(text, content)) mark(content.from);
		else if (readKey(text, start, line.to, mark) === 0) markArguments(text, start, line.to, marks);
	} else markWords(text, start, line.to, mark);
}
