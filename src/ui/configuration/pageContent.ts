import type { PanelContent } from "../../protocol/configuration.ts";

/** Sends only new content to a page. */
export class PageContent {
	readonly #send: (content: PanelContent) => void;
	/** The content that the page shows. Its revision stands for the options. */
	#shown = "";

	constructor(send: (content: PanelContent) => void) {
		this.#send = send;
	}

	show(content: PanelContent): void {
		const shown = identify(content);
		if (shown === this.#shown) return;
		this.#shown = shown;
		this.#send(content);
	}

	/** Call this when the page was created with content. */
	shows(content: PanelContent): void {
		this.#shown = identify(content);
	}

	/** Call this when the page was recreated and is empty. */
	forget(): void {
		this.#shown = "";
	}
}

function identify(content: PanelContent): string {
	return JSON.stringify({ ...content, view: content.view !== undefined });
}
