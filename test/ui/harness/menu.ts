import type { Locator, Page } from "playwright-core";
import { poll } from "./poll.ts";

/** The open context menu. */
export interface ContextMenu {
	readonly menu: Locator;
	entries(): Promise<readonly string[]>;
	choose(entry: string): Promise<void>;
	close(): Promise<void>;
}

export function contextMenu(page: Page): ContextMenu {
	const menu = page.locator(".context-view .monaco-menu").last();
	const items = menu.locator(".action-item .action-label:not(.separator)");
	return {
		menu,
		entries: async () => {
			await items.first().waitFor();
			return items.allInnerTexts();
		},
		choose: async (entry) => {
			const item = items.getByText(entry, { exact: true });
			await item.waitFor();
			// A menu ignores clicks in its first tenth of a second.
			await poll(`the menu to take "${entry}"`, 10_000, async () => {
				await item.click({ timeout: 1000 }).catch(() => undefined);
				return isHidden(menu);
			});
		},
		close: async () => {
			await page.keyboard.press("Escape");
			await menu.waitFor({ state: "hidden" });
		},
	};
}

async function isHidden(menu: Locator): Promise<boolean> {
	return menu.waitFor({ state: "hidden", timeout: 500 }).then(
		() => true,
		() => false,
	);
}
