import { plainLines, plainText } from "../../core/base/plainText.ts";

type Child = Node | string | undefined | false;

/** Attributes with text that is announced or shown. */
const spoken = /^(?:aria-|title$|placeholder$|alt$)/;

/**
 * Creates an element. Text is inserted as text, never as HTML, and without characters that change its direction or
 * control a terminal. Attributes and children that are `false` or `undefined` are left out.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Readonly<Record<string, string | boolean | undefined>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === true) element.setAttribute(name, "");
		else if (typeof value === "string") {
			element.setAttribute(name, spoken.test(name) ? plainText(value) : value);
		}
	}
	for (const child of children) {
		if (child === undefined || child === false) continue;
		element.append(typeof child === "string" ? plainLines(child) : child);
	}
	return element;
}

/** Attributes of text from the server, which is in English whatever the page's language. */
export const serverText = { lang: "en" };
