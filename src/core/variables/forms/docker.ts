import { DockerCommand } from "./dockerCommand.ts";
import { readJoined } from "./joinedLines.ts";
import { readLoose } from "./loose.ts";
import type { Marks, Reader } from "./marks.ts";
import { readShell, readShellLine } from "./shell.ts";
import {
	assignmentEnd,
	isBlank,
	isName,
	lineEnd,
	nameEnd,
	skipBlanks,
	skipBreak,
	trimmedEnd,
	type Span,
} from "./text.ts";
import { markValue, unquote } from "./unquote.ts";
import { contentEnd, quotedWords } from "./wordSpans.ts";

/** Reads Dockerfiles: a sequence of instructions. All lines of an instruction but the last end in a backslash. */
export const readDocker: Reader = (text, from, to, marks) => {
	const escape = /^[^\S\r\n]*#[^\S\r\n]*escape[^\S\r\n]*=[^\S\r\n]*`/im.test(
		text.slice(from, Math.min(to, from + 200)),
	)
		? "`"
		: "\\";
	const command = new DockerCommand(text, marks);
	let at = from;
	while (at < to) {
		const lines: Span[] = [];
		for (let goesOn = true; goesOn && at < to;) {
			const line = { from: at, to: lineEnd(text, at, to) };
			const start = skipBlanks(text, line.from, line.to);
			const end = trimmedEnd(text, line);
			at = skipBreak(text, line.to, to);
			if (text[start] === "#") marks.comment(start, line.to);
			else if (start < end) {
				goesOn = text[end - 1] === escape;
				// Inside quotes, the indentation of a continuation line is part of the value.
				const from = lines.length === 0 ? start : line.from;
				lines.push({ from, to: goesOn ? end - 1 : end });
			}
			if (lines.length === 0) goesOn = false;
		}
		const [first] = lines;
		if (first) at = readInstruction(text, first, lines, { from: at, to }, marks, command);
	}
	command.end();
};

/** @returns the start of the next instruction, after the here-documents of this one */
function readInstruction(
	text: string,
	first: Span,
	lines: readonly Span[],
	rest: Span,
	marks: Marks,
	command: DockerCommand,
): number {
	const [head = ""] =
		/^(?:ONBUILD\s+)?[a-z]+\s*/i.exec(
			text.slice(first.from, Math.min(first.to, first.from + 100)),
		) ?? [];
	const name = head
		.trim()
		.toUpperCase()
		.replace(/^ONBUILD\s+/, "");
	const content = { from: Math.min(first.from + head.length, first.to), to: first.to };
	const parts = [content, ...lines.slice(1)];
	const last = parts.at(-1) ?? content;
	switch (name) {
		case "ARG":
			readNames(text, parts, marks);
			return rest.from;
		case "FROM":
			command.from(text.slice(content.from, content.to));
			return rest.from;
		case "RUN":
		case "CMD":
		case "ENTRYPOINT":
		case "HEALTHCHECK":
		case "SHELL":
			if (name === "CMD" || name === "ENTRYPOINT") {
				command.add(name, { from: content.from, to: last.to });
			}
			readShellLine(text, skipFlags(text, content), last.to, marks);
			return readHeredocs(text, content, rest, name === "RUN" ? readShell : readLoose, marks);
		case "COPY":
		case "ADD":
			return readHeredocs(text, content, rest, readLoose, marks);
		case "ENV":
			readJoined(text, parts, "", marks, readEnvWords);
			return rest.from;
		default:
			// The start of the instruction may be missing while the user is typing.
			if (nameEnd(text, first.from, first.to) > 0) readNames(text, lines, marks);
			return rest.from;
	}
}

/** Skips flags such as `--mount=…`. */
function skipFlags(text: string, { from, to }: Span): number {
	let at = from;
	while (text.startsWith("--", at) && at < to) {
		while (at < to && !isBlank(text[at])) at++;
		at = skipBlanks(text, at, to);
	}
	return at;
}

/** Reads `ENV A=1 B=2`, or `ENV A the value`. */
function readEnvWords(text: string, from: number, to: number, marks: Marks): void {
	let isFirst = true;
	for (const word of quotedWords(text, from, to)) {
		const end = nameEnd(text, word.head, word.to);
		const assigns = text.slice(word.from, word.to).includes("=");
		// A name may be quoted separately.
		const sign = text[end] === '"' && word.head > word.from ? end + 1 : end;
		if (end > 0 && (assigns ? text[sign] === "=" : isFirst && end === word.to)) {
			marks.setting(word.head);
			if (assigns) markValue(text, word, word.head, "docker", marks);
			else markRest(text, word.head, end, to, marks);
		}
		if (isFirst && !assigns) return;
		isFirst = false;
	}
}

/** Marks the value in `ENV A the value`, which extends to the end of the line. */
function markRest(text: string, name: number, end: number, to: number, marks: Marks): void {
	const from = skipBlanks(text, end, to);
	const literal = unquote(text.slice(from, to), "docker");
	marks.value(name, { from, to, quoting: "docker", ...literal });
}

function readNames(text: string, parts: readonly Span[], marks: Marks): void {
	for (const { from, to } of parts) {
		for (const word of quotedWords(text, from, to)) {
			const isBare = isName(text, { from: word.head, to: contentEnd(text, word) });
			if (isBare || assignmentEnd(text, word.head, word.to) > 0) marks.local(word.head);
		}
	}
}

/** Reads the here-documents (`<<EOF`) after an instruction, each up to its delimiter. */
function readHeredocs(text: string, line: Span, rest: Span, read: Reader, marks: Marks): number {
	let at = rest.from;
	for (const [, tabs, word = ""] of text
		.slice(line.from, line.to)
		.matchAll(/<<(-?)["']?(\w+)["']?/g)) {
		const start = at;
		let end = at;
		for (let isEnd = false; !isEnd && at < rest.to;) {
			const body = { from: at, to: lineEnd(text, at, rest.to) };
			const content = tabs === "-" ? skipBlanks(text, body.from, body.to) : body.from;
			isEnd = text.slice(content, trimmedEnd(text, body)) === word;
			at = skipBreak(text, body.to, rest.to);
			end = isEnd ? body.from : at;
		}
		read(text, start, end, marks);
	}
	return at;
}
