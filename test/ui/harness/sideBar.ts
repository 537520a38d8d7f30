import type { Page } from "playwright-core";
import { poll } from "./poll.ts";

/** Drags the edge of the Primary Side Bar until it has this width, in px. */
export async function setSideBarWidth(page: Page, width: number): Promise<void> {
	const sideBar = page.locator(".part.sidebar");
	const box = async (): Promise<{ x: number; y: number; width: number; height: number }> => {
		const found = await sideBar.boundingBox();
		if (!found) throw new Error("There is no side bar.");
		return found;
	};
	await poll(`a side bar of ${String(width)} px`, 10_000, async () => {
		const before = await box();
		const y = before.y + before.height / 2;
		const edge = before.x + before.width + 1;
		await page.mouse.move(edge, y);
		await page.mouse.down();
		await page.mouse.move(edge + width - before.width, y, { steps: 5 });
		await page.mouse.up();
		return Math.abs((await box()).width - width) <= 4;
	});
}
