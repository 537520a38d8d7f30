import type { Locator, Page } from "playwright-core";
import { poll } from "./poll.ts";

/**
 * Moves the mouse over something and gives the text of the tooltip that VS Code then shows. VS Code drops one that is
 * about to open when its row is drawn anew; then the mouse is moved again, as a person would.
 *
 * VS Code 1.139 forgets that the mouse left a tooltip that is laid out within 200 ms from then (`suppressPendingMouseOut`
 * of its hover widget), for instance since its text came: it stays until the mouse comes and leaves once more.
 */
export async function hoverText(page: Page, target: Locator): Promise<string> {
	const tooltip = page.locator(".workbench-hover-container .monaco-hover:not(.hidden)").last();
	await poll("the tooltip", 20_000, async () => {
		// An earlier tooltip must not answer for this one.
		await page.mouse.move(0, 0);
		const gone = await tooltip.waitFor({ state: "hidden", timeout: 2000 }).then(
			() => true,
			() => false,
		);
		if (!gone) {
			await tooltip.hover({ timeout: 1000 }).catch(() => undefined);
			return false;
		}
		await target.hover();
		return tooltip.waitFor({ timeout: 3000 }).then(
			() => true,
			() => false,
		);
	});
	return tooltip.innerText();
}
