import { wrap } from "./wrap.ts";

/** Line breaks of YAML 1.1, which is what the server reads: more than those of JavaScript's `^` and `$`. */
export const lineBreak = /\r\n|[\n\r\u0085\u2028\u2029]/;

/** Characters that no YAML file may hold. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]/g;

/** How wide the text of a comment is: that of Coder's own files. */
const width = 80;

/**
 * The lines of a comment, `#` included, that hold `text` and nothing else, whatever the server put into it.
 * Its own line breaks are kept, long lines are wrapped.
 */
export function commentLines(text: string): string[] {
	return text
		.split(lineBreak)
		.flatMap((line) => wrap(line.replace(unprintable, " "), width))
		.map(commentLine);
}

/** Older versions of systemd take a line after a comment that ends in a backslash for part of the comment. */
function commentLine(line: string): string {
	return line === "" ? "#" : `# ${line.endsWith("\\") ? `${line} .` : line}`;
}
