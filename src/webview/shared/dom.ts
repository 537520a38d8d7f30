import { plainLines, plainText } from "../../core/base/plainText.ts";

type Child = Node | string | undefined | false;

/** Attributes that are read out or shown. */
const spoken = /^(?:aria-|title$|placeholder$|alt$)/;

/**
 * Makes an element. Text goes in as text, never as HTML, and without characters that turn its direction or control a
 * terminal; `false` and `undefined` leave an attribute or child out.
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

/** Attributes of texts that the server wrote: Coder's are English, whatever the page's language is. */
export const serverText = { lang: "en" };
