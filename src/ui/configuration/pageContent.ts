import type { PanelContent } from "../../protocol/configuration.ts";

/** Sends a page only what it doesn't show already. */
export class PageContent {
	readonly #send: (content: PanelContent) => void;
	/** What the page shows, except the options: their revision stands for them. */
	#shown = "";

	constructor(send: (content: PanelContent) => void) {
		this.#send = send;
	}

	/** Whether the page shows nothing yet. */
	get empty(): boolean {
		return this.#shown === "";
	}

	show(content: PanelContent): void {
		const shown = JSON.stringify({ ...content, view: content.view !== undefined });
		if (shown === this.#shown) return;
		this.#shown = shown;
		this.#send(content);
	}

	/** Call this when the page was made anew, and shows nothing. */
	forget(): void {
		this.#shown = "";
	}
}
