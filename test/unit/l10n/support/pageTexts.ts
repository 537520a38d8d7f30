/** Attributes that are shown or announced. */
const spoken = ["title", "aria-label", "aria-description", "aria-valuetext", "placeholder", "alt"];

/** Returns every text of a page, including hidden ones, except for descriptions, which come from the server. */
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
