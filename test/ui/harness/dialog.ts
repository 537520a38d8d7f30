import type { Locator, Page } from "playwright-core";

/** The modal dialog, which is part of the page here. */
export class Dialog {
	readonly box: Locator;

	constructor(page: Page) {
		this.box = page.locator(".monaco-dialog-box");
	}

	/** Waits for a dialog and returns its message and the text below it. */
	async read(): Promise<{ message: string; detail: string }> {
		await this.box.waitFor();
		return {
			message: await this.box.locator(".dialog-message-text").innerText(),
			detail: (await this.box.locator(".dialog-message-detail").allInnerTexts()).join("\n").trim(),
		};
	}

	async buttons(): Promise<readonly string[]> {
		await this.box.waitFor();
		return this.box.locator(".dialog-buttons .monaco-button").allInnerTexts();
	}

	async press(button: string): Promise<void> {
		await this.box
			.locator(".dialog-buttons")
			.getByRole("button", { name: button, exact: true })
			.click();
		await this.box.waitFor({ state: "hidden" });
	}
}
