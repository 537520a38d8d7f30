/** A part of the search text, with its place in it. */
export interface Token {
	/** As it was typed. */
	readonly raw: string;
	readonly start: number;
	/** Just behind the last character. */
	readonly end: number;
}

/** Splits a search text at spaces; quotes hold a phrase, or a filter's value, together. */
export function tokenize(text: string): Token[] {
	return [...text.matchAll(/(?:@[a-z]+:)?"[^"]*(?:"|$)|\S+/gi)].map((match) => ({
		raw: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/** A filter with a value as it is typed: with quotes where the value has spaces. */
export function filterText(name: string, value: string): string {
	return /[\s"]/.test(value) ? `@${name}:"${value.replaceAll('"', "")}"` : `@${name}:${value}`;
}

/** True when the search text holds the filter, in any case of letters. */
export function hasFilter(text: string, filter: string): boolean {
	return tokenize(text).some(({ raw }) => sameFilter(raw, filter));
}

/** Adds a filter to the search text, or takes it away when it is there. */
export function toggleFilter(text: string, filter: string): string {
	const kept = tokenize(text).filter(({ raw }) => !sameFilter(raw, filter));
	const words = kept.map(({ raw }) => raw);
	return (hasFilter(text, filter) ? words : [...words, filter]).join(" ");
}

function sameFilter(a: string, b: string): boolean {
	return a.replaceAll('"', "").toLowerCase() === b.replaceAll('"', "").toLowerCase();
}
