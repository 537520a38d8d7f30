import { trimEndOf } from "./trimEnd.ts";

/** Returns any text as the content of a Markdown table cell. */
export function markdownCell(text: string): string {
	const escaped = text
		.replace(/[!-/:-@[-`{-~]/g, escapePunctuation)
		// Addresses would be linked automatically.
		.replace(/:(?=\/\/)|(?<=www)\./gi, "\\$&")
		// Editors open a file with control characters as binary.
		.replace(/[^\P{Cc}\n]/gu, asEntities)
		.replace(/^ +/, asEntities);
	const end = trimEndOf(escaped, " ");
	return (end + asEntities(escaped.slice(end.length))).replaceAll("\n", "<br>");
}

/** Returns a literal text for a table cell: as code, if code can contain it. */
export function markdownCode(text: string): string {
	return /^[^\s`|\\\p{Cc}]([^`|\\\p{Cc}]*[^\s`|\\\p{Cc}])?$/u.test(text)
		? `\`${text}\``
		: markdownCell(text);
}

/** Escapes only what has a meaning in Markdown, so that prose stays readable. */
function escapePunctuation(character: string): string {
	return /[\\`*_{}[\]<>#!|~$&@]/.test(character) ? `\\${character}` : character;
}

function asEntities(text: string): string {
	return text.replace(/./gs, (character) => `&#${character.charCodeAt(0)};`);
}
