import type { Page } from "playwright-core";

/** Returns the visible lines of the active text editor. */
export async function editorText(page: Page): Promise<string> {
	const lines = page.locator(".part.editor .editor-group-container.active .view-line");
	await lines.first().waitFor();
	const texts = await lines.evaluateAll((elements) =>
		elements
			.sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
			.map((line) => line.textContent.replaceAll("\u00a0", " ")),
	);
	return texts.join("\n");
}
