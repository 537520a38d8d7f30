import { h } from "../shared/dom.ts";

/** Code in backticks, or a web address without trailing punctuation. */
const special = /`([^`]+)`|https?:\/\/[^\s`"'<>()[\]]*[^\s`"'<>()[\].,;:!?]/g;

/** Converts backticks in a description to code, and addresses to links that are focusable like a row's buttons. */
export function richText(text: string): (Node | string)[] {
	const parts: (Node | string)[] = [];
	let end = 0;
	for (const match of text.matchAll(special)) {
		const [whole, code] = match;
		parts.push(text.slice(end, match.index));
		parts.push(
			code === undefined ? h("a", { href: whole, tabindex: "-1" }, whole) : h("code", {}, code),
		);
		end = match.index + whole.length;
	}
	return [...parts, text.slice(end)].filter((part) => part !== "");
}
