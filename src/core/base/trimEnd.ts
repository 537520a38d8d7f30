/** A text without all of one character at its end. `/x+$/` looks at each run inside the text once for each of its characters. */
export function trimEndOf(text: string, character: string): string {
	let end = text.length;
	while (end > 0 && text[end - 1] === character) end--;
	return text.slice(0, end);
}
