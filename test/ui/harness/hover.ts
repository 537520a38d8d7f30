import type { Locator, Page } from "playwright-core";

/** Moves the mouse over something and gives the text of the tooltip that VS Code then shows. */
export async function hoverText(page: Page, target: Locator): Promise<string> {
	const tooltip = page.locator(".workbench-hover-container .monaco-hover:not(.hidden)").last();
	// An earlier tooltip must not answer for this one.
	await page.mouse.move(0, 0);
	await tooltip.waitFor({ state: "hidden" });
	await target.hover();
	await tooltip.waitFor();
	return tooltip.innerText();
}
