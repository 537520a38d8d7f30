import { errors, type Locator, type Page } from "playwright-core";
import { poll } from "./poll.ts";

/**
 * Hovers over an element and returns the text of the tooltip. VS Code cancels a tooltip if its row is redrawn; the
 * mouse then moves again, as a user would move it.
 *
 * VS Code 1.139 doesn't notice that the mouse left a tooltip within 200 ms after its layout (`suppressPendingMouseOut`
 * of its hover widget), for example because its text just arrived: the tooltip stays until the mouse enters and leaves
 * again.
 */
export async function hoverText(page: Page, target: Locator): Promise<string> {
	const tooltip = page.locator(".workbench-hover-container .monaco-hover:not(.hidden)").last();
	return poll("the tooltip", 20_000, async () => {
		// An earlier tooltip must not be read instead of this one.
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
		// A tooltip whose text takes a moment first says so.
		const loaded = tooltip.filter({ hasNotText: /^Loading\.\.\.$/ });
		try {
			await loaded.waitFor({ timeout: 3000 });
			const text = await loaded.innerText({ timeout: 1000 });
			return (await isBeside(loaded, target)) && text;
		} catch (error) {
			if (error instanceof errors.TimeoutError) return false;
			throw error;
		}
	});
}

/** Returns whether a tooltip is at the height of its target: one of what the mouse passed before may appear late. */
async function isBeside(tooltip: Locator, target: Locator): Promise<boolean> {
	const most = 40;
	const [above, below] = [await tooltip.boundingBox(), await target.boundingBox()].toSorted(
		(a, b) => (a?.y ?? 0) - (b?.y ?? 0),
	);
	return !!above && !!below && below.y - (above.y + above.height) <= most;
}
