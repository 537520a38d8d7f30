import type { Locator, Page } from "playwright-core";
import { hoverText } from "./hover.ts";

/** An item of the status bar, found by the extension's ID and its own. */
export class StatusBarItem {
	readonly item: Locator;
	private readonly page: Page;

	constructor(page: Page, extensionId: string, itemId: string) {
		this.page = page;
		this.item = page.locator(`.statusbar-item[id="${extensionId}.${itemId}"]`);
	}

	/** Returns the text without icons. */
	async text(): Promise<string> {
		return (await this.item.innerText()).trim();
	}

	async waitForText(text: string | RegExp): Promise<void> {
		await this.item.filter({ hasText: text }).waitFor();
	}

	async icons(): Promise<readonly string[]> {
		const classes = await this.item
			.locator(".codicon")
			.evaluateAll((icons) => icons.map((icon) => icon.getAttribute("class") ?? ""));
		return classes.flatMap((name) => /codicon-(?!modifier)([\w-]+)/.exec(name)?.[1] ?? []);
	}

	/** Returns `warning`, `error`, or `none` for the default background. */
	async kind(): Promise<"warning" | "error" | "none"> {
		const classes = (await this.item.getAttribute("class")) ?? "";
		return /warning-kind/.test(classes) ? "warning" : /error-kind/.test(classes) ? "error" : "none";
	}

	async ariaLabel(): Promise<string> {
		return (await this.item.locator("a").first().getAttribute("aria-label")) ?? "";
	}

	async hover(): Promise<string> {
		return hoverText(this.page, this.item);
	}

	async click(): Promise<void> {
		await this.item.locator("a").first().click();
	}
}
