/** Cuts a text that is longer than `most` characters; the last of them says so. */
export function shorten(text: string, most: number): string {
	return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Cuts the middle out of a text that is longer than `most` characters: names often differ at their ends alone. */
export function shortenMiddle(text: string, most: number): string {
	if (text.length <= most) return text;
	const end = Math.floor((most - 1) / 4);
	return `${text.slice(0, most - 1 - end)}…${text.slice(-end)}`;
}
