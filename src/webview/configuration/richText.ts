import { h } from "../shared/dom.ts";

/** Code in backticks, or a web address without the punctuation behind it. */
const special = /`([^`]+)`|https?:\/\/[^\s`"'<>()[\]]*[^\s`"'<>()[\].,;:!?]/g;

/** Turns a description's backticks into code and its addresses into links, focusable as a row's buttons are. */
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
