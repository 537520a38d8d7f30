import path from "node:path";
import { errors } from "playwright-core";
import { poll } from "./poll.ts";
import type { Workbench } from "./workbench.ts";

/**
 * Opens a file by its full path, as "Open File…" does, because npm doesn't provide VS Code's search program. The box
 * ignores input while it reads a folder, so it may take two attempts.
 */
export async function openFile(window: Workbench, file: string): Promise<void> {
	const { quickInput } = window;
	const tab = window.tabs.filter({ hasText: path.basename(file) });
	await window.command("File: Open File...");
	await quickInput.waitForTitle("Open File");
	await poll(`${file} in an editor`, 20_000, async () => {
		try {
			await quickInput.input.fill(file, { timeout: 1000 });
			await quickInput.input.press("Enter", { timeout: 1000 });
			await tab.waitFor({ timeout: 2000 });
			return true;
		} catch (error) {
			if (!(error instanceof errors.TimeoutError)) {
				throw error;
			}
			return tab.isVisible();
		}
	});
}
