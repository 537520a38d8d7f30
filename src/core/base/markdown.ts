import { plainText } from "./plainText.ts";
import { isWebUrl } from "./url.ts";

/**
 * Text that Markdown shows as it is, in one line, also inside a table's cell: nothing in it is a link, an image, a list
 * or HTML, and no address in it becomes a link by itself. Fact: GitHub Flavored Markdown, 6.9 (autolinks).
 */
export function escapeMarkdown(text: string): string {
	return plainText(text)
		.replace(/ {2,}/g, " ")
		.replace(/^ /, "")
		.replace(/[\\`*_{}[\]()<>#+!|~$]/g, "\\$&")
		.replace(/&(?=[#\w])|@(?=[\w-])|:(?=\/\/)|(?<=www)\.|(?<=mailto|xmpp):/gi, "\\$&")
		.replace(/^-/, "\\-")
		.replace(/^(\d{1,9})\./, "$1\\.");
}

/** A link to a page, or only its label where the address is none of the web. */
export function markdownLink(label: string, url: string): string {
	const target = webTarget(url);
	return target === undefined ? escapeMarkdown(label) : link(label, target);
}

/** An address that is its own label, or plain text where it is none of the web. */
export function markdownUrl(url: string): string {
	const target = webTarget(url);
	return target === undefined ? escapeMarkdown(url) : `<${target}>`;
}

/** The id of a command of this extension. */
export type OwnCommand = `coderDeployment.${string}`;

/** A link that runs a command of this extension, in a hover that is trusted for it. */
export function markdownCommand(
	label: string,
	id: OwnCommand,
	...args: readonly (string | number | boolean)[]
): string {
	// JSON writes half a character as an escape, so that all of it can be encoded.
	const query = args.length === 0 ? "" : `?${encodeURIComponent(JSON.stringify(args))}`;
	return link(label, encodeDelimiters(`command:${id}${query}`));
}

/** A link into the editor, such as `vscode://…`, that this extension made itself: what anybody sent has no place in it. */
export function markdownEditorLink(label: string, uri: string): string {
	return link(label, encodeDelimiters(uri));
}

function link(label: string, target: string): string {
	return `[${escapeMarkdown(label)}](${target})`;
}

function webTarget(url: string): string | undefined {
	if (!isWebUrl(url)) return undefined;
	return encodeDelimiters(/^[\x21-\x7e]+$/.test(url) ? url : new URL(url).href);
}

/** Encodes what would end the target of a link, or the cell of a table that it stands in. */
function encodeDelimiters(target: string): string {
	return target.replace(
		/[\s()<>"'`\\|]/g,
		(character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
	);
}
