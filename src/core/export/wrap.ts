/**
 * Breaks a line at white space so that no part is longer than `width`, except for words that are. White space at a
 * break is dropped, all other is kept; so does Coder.
 */
export function wrap(line: string, width: number): string[] {
	if (line.length <= width) return [line];
	const lines: string[] = [];
	let current = "";
	let space = "";
	for (const [part] of line.matchAll(/\s+|\S+/g)) {
		if (part.trim() === "") {
			space = part;
			continue;
		}
		const word = part;
		if (current !== "" && current.length + space.length + word.length > width) {
			lines.push(current);
			current = word;
		} else {
			current += space + word;
		}
		space = "";
	}
	return [...lines, current];
}
