type Child = Node | string | undefined | false;

/** Makes an element. Text goes in as text, never as HTML; `false` and `undefined` leave an attribute or child out. */
export function h<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Readonly<Record<string, string | boolean | undefined>> = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (value === true) element.setAttribute(name, "");
		else if (typeof value === "string") element.setAttribute(name, value);
	}
	element.append(...children.filter((child) => child !== undefined && child !== false));
	return element;
}

/** Attributes of texts that the server wrote: Coder's are English, whatever the page's language is. */
export const serverText = { lang: "en" };
