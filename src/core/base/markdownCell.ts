import { trimEndOf } from "./trimEnd.ts";

/** A text as a cell of a Markdown table shows it, whatever is in it. */
export function markdownCell(text: string): string {
	const escaped = text
		.replace(/[!-/:-@[-`{-~]/g, escapePunctuation)
		// Addresses would become links by themselves.
		.replace(/:(?=\/\/)|(?<=www)\./gi, "\\$&")
		.replace(/[\r\t]/g, asEntities)
		.replace(/^ +/, asEntities);
	const end = trimEndOf(escaped, " ");
	return (end + asEntities(escaped.slice(end.length))).replaceAll("\n", "<br>");
}

/** A literal text for a table's cell: as code, where code can hold it. */
export function markdownCode(text: string): string {
	return /^[^\s`|\\]([^`|\\\r\n\t]*[^\s`|\\])?$/.test(text) ? `\`${text}\`` : markdownCell(text);
}

/** Only what means something to Markdown, so that prose stays readable. */
function escapePunctuation(character: string): string {
	return /[\\`*_{}[\]<>#!|~$&@]/.test(character) ? `\\${character}` : character;
}

function asEntities(text: string): string {
	return text.replace(/./gs, (character) => `&#${character.charCodeAt(0)};`);
}
