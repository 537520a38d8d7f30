/** Shortens a text to at most `most` characters, the last of which is an ellipsis. */
export function shorten(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Shortens a text to at most `most` characters in the middle, because names often differ only at their ends. */
export function shortenMiddle(text: string, most: number): string {
	if (text.length <= most) return text;
	const end = Math.floor((most - 1) / 4);
	return `${text.slice(0, most - 1 - end)}…${text.slice(text.length - end)}`;
}
