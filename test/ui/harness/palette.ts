import { errors, type Locator, type Page } from "playwright-core";
import { poll } from "./poll.ts";
import type { QuickInput } from "./quickInput.ts";

/**
 * Opens the Command Palette with this text and calls `act` with what `find` finds in it. The palette searches on each
 * change, so the text is typed again until the item appears, with increasing patience. If something closes the palette,
 * it's opened again.
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
 * Waits until a question that was just answered closes: the extension host validates its answer first, and the answer
 * is lost if the palette replaces it meanwhile. An unanswered question stays open.
 */
async function answeredQuestion({ widget }: QuickInput): Promise<void> {
	await widget.waitFor({ state: "hidden", timeout: 1000 }).catch(() => undefined);
}

async function isOpen({ input }: QuickInput): Promise<boolean> {
	return (await input.isVisible()) && (await input.inputValue({ timeout: 500 })).startsWith(">");
}

/** Runs a command by its full title, such as `Developer: Reload Window`, from the Command Palette. */
export async function runCommand(page: Page, quickInput: QuickInput, title: string): Promise<void> {
	const find = (): Locator => quickInput.row(title);
	await inPalette(page, quickInput, title, find, (row) => row.click({ timeout: 2000 }));
}

/** Returns the titles that the Command Palette lists for this text. */
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
