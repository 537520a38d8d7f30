import { h } from "./dom.ts";

const shownMs = 4000;

/** Announces sentences to screen readers, and shows those that are for everyone. */
export class Announcer {
	readonly element = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * Announces a sentence. If there are several in quick succession, only the last one is announced.
	 *
	 * @param afterMs how long to wait for a later sentence
	 */
	say(sentence: string, afterMs = 0): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.element.className = "unseen";
			this.element.textContent = sentence;
		}, afterMs);
	}

	/** Announces a sentence, and shows it for a while. */
	show(sentence: string): void {
		clearTimeout(this.#timer);
		this.element.className = "toast";
		this.element.textContent = sentence;
		this.#timer = setTimeout(() => {
			this.element.className = "unseen";
		}, shownMs);
	}
}
