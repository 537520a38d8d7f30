import { plainText } from "./plainText.ts";
import { isWebUrl } from "./url.ts";

/**
 * Escapes text so that Markdown shows it literally and on one line, also inside a table cell: it can't create links,
 * images, lists, or HTML, and addresses in it aren't linked automatically. See GitHub Flavored Markdown, section 6.9
 * (autolinks).
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

/** Returns a link to a web page, or only its label if the address isn't a web address. */
export function markdownLink(label: string, url: string): string {
	const target = webTarget(url);
	return target === undefined ? escapeMarkdown(label) : link(label, target);
}

/** Returns a link whose label is its address, or plain text if it isn't a web address. */
export function markdownUrl(url: string): string {
	const target = webTarget(url);
	return target === undefined ? escapeMarkdown(url) : `<${target}>`;
}

/** The ID of a command of this extension. */
export type OwnCommand = `coderDeployment.${string}`;

/** Returns a link that runs a command of this extension, in a hover that is trusted to run it. */
export function markdownCommand(
	label: string,
	id: OwnCommand,
	...args: readonly (string | number | boolean)[]
): string {
	// JSON escapes lone surrogates, so that everything can be encoded.
	const query = args.length === 0 ? "" : `?${encodeURIComponent(JSON.stringify(args))}`;
	return link(label, encodeDelimiters(`command:${id}${query}`));
}

/** Returns a link into the editor, such as `vscode://…`, that this extension created. Never pass text from outside. */
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

/** Encodes characters that would end the link target or its table cell. */
function encodeDelimiters(target: string): string {
	return target.replace(
		/[\s()<>"'`\\|]/g,
		(character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
	);
}
