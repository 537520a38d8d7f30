import { errors, type Page } from "playwright-core";
import { poll } from "./poll.ts";
import type { QuickInput } from "./quickInput.ts";

/**
 * Opens the command palette with these words and does `then` in it. Whatever takes the palette away
 * or is missing in it makes it open again, each time with more patience: it does not learn of
 * commands that appear meanwhile, and a busy machine is slow to fill it.
 */
async function inPalette<T>(
	page: Page,
	quickInput: QuickInput,
	words: string,
	then: (patience: { timeout: number }) => Promise<T>,
): Promise<T> {
	let timeout = 1000;
	const answer = await poll(`"${words}" in the command palette`, 40_000, async () => {
		timeout *= 2;
		try {
			await page.keyboard.press("F1");
			await quickInput.input.fill(`>${words}`, { timeout });
			return { value: await then({ timeout }) };
		} catch (error) {
			if (!(error instanceof errors.TimeoutError)) {
				throw error;
			}
			await page.keyboard.press("Escape");
			return undefined;
		}
	});
	return answer.value;
}

/** Runs a command by its whole title, such as `Developer: Reload Window`, from the palette. */
export async function runCommand(page: Page, quickInput: QuickInput, title: string): Promise<void> {
	await inPalette(page, quickInput, title, (patience) =>
		quickInput.row(title).first().click(patience),
	);
}

/** The titles that the palette lists for these words. */
export async function listCommands(
	page: Page,
	quickInput: QuickInput,
	words: string,
): Promise<readonly string[]> {
	const rows = await inPalette(page, quickInput, words, async (patience) => {
		await quickInput.widget.locator(".monaco-list-row").first().waitFor(patience);
		return quickInput.rows();
	});
	await quickInput.cancel();
	await quickInput.waitUntilClosed();
	return rows.map((row) => row.label);
}
