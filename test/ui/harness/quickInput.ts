import type { Locator, Page } from "playwright-core";

/** One line of a quick pick. */
export interface QuickPickRow {
	readonly label: string;
	readonly description: string;
	readonly detail: string;
}

/** The box at the top of the window: input boxes, quick picks and the command palette. */
export class QuickInput {
	readonly widget: Locator;
	readonly input: Locator;
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
		this.widget = page.locator(".quick-input-widget");
		this.input = this.widget.locator(".quick-input-filter input");
	}

	/** Waits until the box is there with this title. */
	async waitForTitle(title: string | RegExp): Promise<void> {
		await this.widget.locator(".quick-input-title").filter({ hasText: title }).waitFor();
	}

	async waitUntilClosed(): Promise<void> {
		await this.widget.waitFor({ state: "hidden" });
	}

	async title(): Promise<string> {
		return this.widget.locator(".quick-input-title").innerText();
	}

	/** Replaces what is in the box; what was wrong with the text before is gone when this is done. */
	async type(text: string): Promise<void> {
		await this.input.fill(text);
		await this.widget.locator(".monaco-inputbox.error").waitFor({ state: "hidden" });
	}

	async value(): Promise<string> {
		return this.input.inputValue();
	}

	/** Whether the box hides what is typed. */
	async isPassword(): Promise<boolean> {
		return (await this.input.getAttribute("type")) === "password";
	}

	/** The line below the box: the validation message if there is one, else the prompt. */
	async message(): Promise<string> {
		return this.widget.locator(".quick-input-message").innerText();
	}

	/** Waits until that line contains this and gives it whole. */
	async waitForMessage(text: string | RegExp): Promise<string> {
		const line = this.widget.locator(".quick-input-message").filter({ hasText: text });
		await line.waitFor();
		return line.innerText();
	}

	/**
	 * Waits until the box refuses what is in it and gives the reason. `text` is a part of the reason:
	 * without it the reason of what was in the box before may still be there.
	 */
	async validationError(text: string | RegExp = ""): Promise<string> {
		await this.widget.locator(".monaco-inputbox.error").waitFor();
		return this.waitForMessage(text);
	}

	async accept(): Promise<void> {
		await this.input.press("Enter");
	}

	async cancel(): Promise<void> {
		await this.input.press("Escape");
	}

	/** Presses a button of the title bar or of the box by its tooltip. */
	async pressButton(name: string): Promise<void> {
		await this.widget.getByRole("button", { name }).click();
	}

	/** The lines in view. */
	async rows(): Promise<readonly QuickPickRow[]> {
		return this.widget.locator(".monaco-list-row").evaluateAll((rows) =>
			rows.map((row) => {
				const text = (selector: string): string =>
					row.querySelector(selector)?.textContent.trim() ?? "";
				return {
					label: text(".quick-input-list-row .label-name"),
					description: text(".quick-input-list-row .label-description"),
					detail: text(".quick-input-list-label-meta"),
				};
			}),
		);
	}

	/** The line with exactly this label, not one that begins with it: what was typed is an element of its own there. */
	row(label: string): Locator {
		const exactly = new RegExp(`^\\s*${label.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}\\s*$`);
		return this.widget.locator(".monaco-list-row").filter({
			has: this.page.locator(".label-name").filter({ hasText: exactly }),
		});
	}

	async pick(label: string): Promise<void> {
		await this.row(label).first().click();
	}
}
