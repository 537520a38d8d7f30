/**
 * Breaks a line at white space so that no part is longer than `width`, except for words that are. White space at a
 * break is dropped, all other is kept; so does Coder.
 */
export function wrap(line: string, width: number): string[] {
	if (line.length <= width) return [line];
	const lines: string[] = [];
	let current = "";
	for (const [, space = "", word = ""] of line.matchAll(/(\s*)(\S+)/g)) {
		if (current !== "" && current.length + space.length + word.length > width) {
			lines.push(current);
			current = word;
		} else {
			current += space + word;
		}
	}
	return [...lines, current];
}
