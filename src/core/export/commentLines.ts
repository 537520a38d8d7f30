import { wrap } from "./wrap.ts";

/** Line breaks of YAML 1.1, which the server uses: more than JavaScript's `^` and `$` recognize. */
export const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** Characters that YAML files can't contain. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g;

/** Replaces characters that YAML files can't contain, not even in comments: the server would reject the whole file. */
export function printable(text: string, replacement: string): string {
	return text.replace(unprintable, replacement);
}

/** The text width of comments, the same as in Coder's own files. */
const width = 80;

/**
 * Returns `text` as comment lines, including `#`, whatever the server put into it. Keeps its line breaks and wraps long
 * lines.
 */
export function commentLines(text: string): string[] {
	return text
		.split(lineBreak)
		.flatMap((line) => wrap(printable(line, " "), width))
		.map(commentLine);
}

/**
 * Formats a comment line. Older versions of systemd treat the line after a comment that ends with a backslash as part
 * of the comment.
 */
function commentLine(line: string): string {
	return line === "" ? "#" : `# ${line.endsWith("\\") ? `${line} .` : line}`;
}
