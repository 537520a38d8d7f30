import { errors, type Locator, type Page } from "playwright-core";
import { poll } from "./poll.ts";
import type { QuickInput } from "./quickInput.ts";

/**
 * Opens the command palette with these words and does `act` with what `find` finds in it. The palette
 * looks for commands at each change of its words, so they are typed again until the line is there,
 * with more patience each time; whatever takes the palette away makes it open again.
 */
async function inPalette<T>(
	page: Page,
	quickInput: QuickInput,
	words: string,
	find: () => Locator,
	act: (found: Locator) => Promise<T>,
): Promise<T> {
	let timeout = 250;
	const answer = await poll(`"${words}" in the command palette`, 40_000, async () => {
		timeout = Math.min(timeout * 2, 5000);
		try {
			if (!(await isOpen(quickInput))) {
				await answeredQuestion(quickInput);
				await page.keyboard.press("F1");
			}
			await quickInput.input.fill(">", { timeout: 2000 });
			await quickInput.input.fill(`>${words}`, { timeout: 2000 });
			const row = find().first();
			await row.waitFor({ timeout });
			return { value: await act(row) };
		} catch (error) {
			if (error instanceof errors.TimeoutError) {
				return undefined;
			}
			throw error;
		}
	});
	return answer.value;
}

/**
 * Waits for a question to close that was just answered: its answer is checked in the extension host first, and is lost
 * if the palette takes its place meanwhile. A question that nobody answered stays open.
 */
async function answeredQuestion({ widget }: QuickInput): Promise<void> {
	await widget.waitFor({ state: "hidden", timeout: 1000 }).catch(() => undefined);
}

async function isOpen({ input }: QuickInput): Promise<boolean> {
	return (await input.isVisible()) && (await input.inputValue({ timeout: 500 })).startsWith(">");
}

/** Runs a command by its whole title, such as `Developer: Reload Window`, from the palette. */
export async function runCommand(page: Page, quickInput: QuickInput, title: string): Promise<void> {
	const find = (): Locator => quickInput.row(title);
	await inPalette(page, quickInput, title, find, (row) => row.click({ timeout: 2000 }));
}

/** The titles that the palette lists for these words. */
export async function listCommands(
	page: Page,
	quickInput: QuickInput,
	words: string,
): Promise<readonly string[]> {
	const find = (): Locator => quickInput.widget.locator(".monaco-list-row");
	const rows = await inPalette(page, quickInput, words, find, () => quickInput.rows());
	await quickInput.cancel();
	await quickInput.waitUntilClosed();
	return rows.map((row) => row.label);
}
