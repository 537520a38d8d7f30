/**
 * Wraps a line at white space to `width`; longer words aren't broken. White space at a break is dropped and otherwise
 * kept, as Coder does.
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
	}
	return [...lines, current];
}
