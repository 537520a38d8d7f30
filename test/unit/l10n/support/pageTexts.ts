/** Attributes that are shown or spoken. */
const spoken = ["title", "aria-label", "aria-description", "aria-valuetext", "placeholder", "alt"];

/** Every text of a page, those that are hidden now included, but for descriptions, which are the server's. */
export function pageTexts(document: Document): string[] {
	const texts = [document.title];
	for (const element of document.querySelectorAll("body, body *")) {
		if (element.closest(".description")) continue;
		for (const child of element.childNodes) {
			if (child.nodeType === child.TEXT_NODE) texts.push(child.textContent ?? "");
		}
		texts.push(...spoken.map((name) => element.getAttribute(name) ?? ""));
	}
	return texts.filter((text) => text.trim() !== "");
}
