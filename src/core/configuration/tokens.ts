/** A part of the query, with its position. */
export interface Token {
	/** As typed. */
	readonly raw: string;
	readonly start: number;
	/** After the last character. */
	readonly end: number;
}

/** Splits a query at spaces, except in quoted phrases and filter values. */
export function tokenize(text: string): Token[] {
	return [...text.matchAll(/(?:@[a-z]+:)?"[^"]*(?:"|$)|\S+/gi)].map((match) => ({
		raw: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/** Formats a filter as typed, with quotes if the value contains spaces. */
export function filterText(name: string, value: string): string {
	return /[\s"]/.test(value) ? `@${name}:"${value.replaceAll('"', "")}"` : `@${name}:${value}`;
}

/** Returns true if the query contains the filter, ignoring case. */
export function hasFilter(text: string, filter: string): boolean {
	return tokenize(text).some(({ raw }) => sameFilter(raw, filter));
}

/** Adds a filter to the query, or removes it. */
export function toggleFilter(text: string, filter: string): string {
	const kept = tokenize(text).filter(({ raw }) => !sameFilter(raw, filter));
	const words = kept.map(({ raw }) => raw);
	return (hasFilter(text, filter) ? words : [...words, filter]).join(" ");
}

function sameFilter(a: string, b: string): boolean {
	return a.replaceAll('"', "").toLowerCase() === b.replaceAll('"', "").toLowerCase();
}
