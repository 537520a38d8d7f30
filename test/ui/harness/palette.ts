import { errors, type Locator, type Page } from "playwright-core";
import { poll } from "./poll.ts";
import type { QuickInput } from "./quickInput.ts";

/**
 * Opens the command palette with these words and gives the line that `find` finds in it. The palette
 * looks for commands at each change of its words, so they are typed again until the line is there,
 * with more patience each time; whatever takes the palette away makes it open again.
 */
async function findInPalette(
	page: Page,
	quickInput: QuickInput,
	words: string,
	find: () => Locator,
): Promise<Locator> {
	let timeout = 250;
	return poll(`"${words}" in the command palette`, 40_000, async () => {
		timeout = Math.min(timeout * 2, 5000);
		try {
			if (!(await isOpen(quickInput))) {
				await page.keyboard.press("F1");
			}
			await quickInput.input.fill(">", { timeout: 2000 });
			await quickInput.input.fill(`>${words}`, { timeout: 2000 });
			const row = find().first();
			await row.waitFor({ timeout });
			return row;
		} catch (error) {
			if (error instanceof errors.TimeoutError) {
				return undefined;
			}
			throw error;
		}
	});
}

async function isOpen({ input }: QuickInput): Promise<boolean> {
	return (await input.isVisible()) && (await input.inputValue({ timeout: 500 })).startsWith(">");
}

/** Runs a command by its whole title, such as `Developer: Reload Window`, from the palette. */
export async function runCommand(page: Page, quickInput: QuickInput, title: string): Promise<void> {
	const row = await findInPalette(page, quickInput, title, () => quickInput.row(title));
	await row.click();
}

/** The titles that the palette lists for these words. */
export async function listCommands(
	page: Page,
	quickInput: QuickInput,
	words: string,
): Promise<readonly string[]> {
	await findInPalette(page, quickInput, words, () => quickInput.widget.locator(".monaco-list-row"));
	const rows = await quickInput.rows();
	await quickInput.cancel();
	await quickInput.waitUntilClosed();
	return rows.map((row) => row.label);
}
