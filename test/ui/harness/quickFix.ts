import type { Locator } from "playwright-core";
import { poll } from "./poll.ts";
import type { Workbench } from "./workbench.ts";

/** Applies a quick fix on a line of the editor. */
export async function takeQuickFix(window: Workbench, line: Locator, title: string): Promise<void> {
	const action = window.page.locator(".action-widget .monaco-list-row").filter({ hasText: title });
	await poll(`the fix “${title}”`, 30_000, async () => {
		await line.click();
		await window.page.keyboard.press("ControlOrMeta+.");
		try {
			await action.first().waitFor({ timeout: 3000 });
			return true;
		} catch {
			await window.page.keyboard.press("Escape");
			return false;
		}
	});
	// VS Code 1.100 blocks the mouse in its list; the keyboard works in both.
	const focused = window.page.locator(".action-widget .monaco-list-row.focused");
	for (let row = 0; row < 5; row += 1) {
		if ((await focused.filter({ hasText: title }).count()) > 0) break;
		await window.page.keyboard.press("ArrowDown");
	}
	await window.page.keyboard.press("Enter");
}
