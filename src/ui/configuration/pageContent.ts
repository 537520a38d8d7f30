import type { PanelContent } from "../../protocol/configuration.ts";

/** Tracks what a page shows, and sends it only new content. */
export class PageContent {
	readonly #send: (content: PanelContent) => void;
	/** The content that the page shows. Its revision stands for the options. */
	#shown: string;
	/** The page has only the first options, and hasn't painted them yet. */
	#partial: boolean;
	/** The page was created with content, and hasn't sent a message yet. */
	#expected = true;

	/** @param first the content that the page was created with */
	constructor(first: PanelContent, send: (content: PanelContent) => void) {
		this.#send = send;
		this.#shown = identify(first);
		this.#partial = first.partial === true;
	}

	/** Sends content, unless the page already shows it, or has yet to paint the first options. */
	show(make: () => PanelContent): void {
		if (this.#partial) return;
		const content = make();
		const shown = identify(content);
		if (shown === this.#shown) return;
		this.#shown = shown;
		this.#send(content);
	}

	/** Call this when the page has painted the first options. */
	painted(): void {
		this.#partial = false;
	}

	/** Call this when the page was hidden, which destroys it. */
	hidden(): void {
		this.#expected = false;
	}

	/** Call this when the page is ready. After it was hidden, it's empty. */
	ready(): void {
		if (!this.#expected) {
			this.#partial = false;
			this.#shown = "";
		}
		this.#expected = false;
	}
}

function identify(content: PanelContent): string {
	return JSON.stringify({ ...content, view: content.view !== undefined });
}
