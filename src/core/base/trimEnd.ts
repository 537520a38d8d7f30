/**
 * Removes all of one character from the end of a text, in linear time. `/x+$/` takes quadratic time for long runs
 * inside the text.
 */
export function trimEndOf(text: string, character: string): string {
	let end = text.length;
	while (end > 0 && text[end - 1] === character) end--;
	return text.slice(0, end);
}
