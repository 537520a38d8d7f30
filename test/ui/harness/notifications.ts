import type { Locator, Page } from "playwright-core";

export interface Notification {
	readonly message: string;
	readonly severity: "info" | "warning" | "error";
	readonly buttons: readonly string[];
}

/** The notifications in the lower right corner. */
export class Notifications {
	private readonly toasts: Locator;

	constructor(page: Page) {
		this.toasts = page.locator(".notifications-toasts .notification-toast");
	}

	/** The notification that contains this text. */
	toast(text: string | RegExp): Locator {
		return this.toasts.filter({ hasText: text }).first();
	}

	/** Waits for a notification that contains this text and returns its whole text. */
	async waitFor(text: string | RegExp): Promise<string> {
		const message = this.toast(text).locator(".notification-list-item-message");
		await message.waitFor();
		return message.innerText();
	}

	async read(): Promise<readonly Notification[]> {
		return this.toasts.evaluateAll((toasts) =>
			toasts.map((toast) => {
				const icon = toast.querySelector(".notification-list-item-icon")?.className ?? "";
				const buttons = toast.querySelectorAll(
					".notification-list-item-buttons-container .monaco-button",
				);
				return {
					message: toast.querySelector(".notification-list-item-message")?.textContent ?? "",
					severity: icon.includes("codicon-error")
						? ("error" as const)
						: icon.includes("codicon-warning")
							? ("warning" as const)
							: ("info" as const),
					buttons: [...buttons].map((button) => button.textContent),
				};
			}),
		);
	}

	/** Selects a button of the notification that contains this text. */
	async press(text: string | RegExp, button: string): Promise<void> {
		await this.toast(text).getByRole("button", { name: button, exact: true }).click();
	}

	async dismiss(text: string | RegExp): Promise<void> {
		const toast = this.toast(text);
		await toast.hover();
		await toast.getByRole("button", { name: /^Clear Notification/ }).click();
		await toast.waitFor({ state: "hidden" });
	}
}
