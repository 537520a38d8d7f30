import { beginningOf } from "../../core/configuration/configView.ts";
import type { PanelContent } from "../../protocol/configuration.ts";

/** More options than fit into a window. */
const firstRows = 40;

/** Sends a page what it does not show already; of many options the beginning ahead, which is on screen the sooner. */
export class PageContent {
	readonly #send: (content: PanelContent) => void;
	/** What the page shows, but for the options, for which their revision stands. */
	#shown = "";
	#rest: ReturnType<typeof setTimeout> | undefined;

	constructor(send: (content: PanelContent) => void) {
		this.#send = send;
	}

	show(content: PanelContent): void {
		const { view } = content;
		const shown = JSON.stringify({ ...content, view: view !== undefined });
		if (shown === this.#shown) return;
		const many = this.#shown === "" && view && view.total > firstRows;
		this.#shown = shown;
		clearTimeout(this.#rest);
		if (!many) {
			this.#send(content);
			return;
		}
		this.#send({ ...content, view: beginningOf(view, firstRows), partial: true });
		// Thousands of options take long to be written down; the beginning leaves before that.
		this.#rest = setTimeout(() => {
			this.#send(content);
		}, 0);
	}

	/** The page is another one, which shows nothing yet. */
	forget(): void {
		this.#shown = "";
	}

	dispose(): void {
		clearTimeout(this.#rest);
	}
}
