import type { PanelContent } from "../../protocol/configuration.ts";

/** Sends only new content to a page. */
export class PageContent {
	readonly #send: (content: PanelContent) => void;
	/** The content that the page shows. Its revision stands for the options. */
	#shown = "";

	constructor(send: (content: PanelContent) => void) {
		this.#send = send;
	}

	/** Whether the page is still empty. */
	get empty(): boolean {
		return this.#shown === "";
	}

	show(content: PanelContent): void {
		const shown = JSON.stringify({ ...content, view: content.view !== undefined });
		if (shown === this.#shown) return;
		this.#shown = shown;
		this.#send(content);
	}

	/** Call this when the page was recreated and is empty. */
	forget(): void {
		this.#shown = "";
	}
}
