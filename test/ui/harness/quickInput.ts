import type { Locator, Page } from "playwright-core";

/** An item of a Quick Pick. */
export interface QuickPickRow {
	readonly label: string;
	readonly description: string;
	readonly detail: string;
}

/** The box at the top of the window: input boxes, Quick Picks, and the Command Palette. */
export class QuickInput {
	readonly widget: Locator;
	readonly input: Locator;
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
		this.widget = page.locator(".quick-input-widget");
		this.input = this.widget.locator(".quick-input-filter input");
	}

	/** Waits until the box has this title. */
	async waitForTitle(title: string | RegExp): Promise<void> {
		await this.widget.locator(".quick-input-title").filter({ hasText: title }).waitFor();
	}

	/** Returns whether the box has this title within five seconds: something else may take the focus and close it. */
	async hasTitle(title: string | RegExp): Promise<boolean> {
		return this.widget
			.locator(".quick-input-title")
			.filter({ hasText: title })
			.waitFor({ timeout: 5000 })
			.then(
				() => true,
				() => false,
			);
	}

	async waitUntilClosed(): Promise<void> {
		await this.widget.waitFor({ state: "hidden" });
	}

	async title(): Promise<string> {
		return this.widget.locator(".quick-input-title").innerText();
	}

	/** Replaces the text in the box; the previous text's validation message is gone afterwards. */
	async type(text: string): Promise<void> {
		await this.input.fill(text);
		await this.widget.locator(".monaco-inputbox.error").waitFor({ state: "hidden" });
	}

	async value(): Promise<string> {
		return this.input.inputValue();
	}

	/** Returns whether the box hides its text. */
	async isPassword(): Promise<boolean> {
		return (await this.input.getAttribute("type")) === "password";
	}

	/** Returns the line below the box: the validation message if there is one, or else the prompt. */
	async message(): Promise<string> {
		return this.widget.locator(".quick-input-message").innerText();
	}

	/** Waits until that line contains this text and returns it. */
	async waitForMessage(text: string | RegExp): Promise<string> {
		const line = this.widget.locator(".quick-input-message").filter({ hasText: text });
		await line.waitFor();
		return line.innerText();
	}

	/**
	 * Waits until the box rejects its text and returns the reason. `text` is a part of the reason; without it, the
	 * reason of the previous text may still be there.
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

	/** Selects a button of the title bar or the box by its tooltip. */
	async pressButton(name: string): Promise<void> {
		await this.widget.getByRole("button", { name }).click();
	}

	/** Returns the visible items. */
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

	/**
	 * Returns the item with exactly this label, not one that starts with it: the typed part is a separate element
	 * there.
	 */
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
