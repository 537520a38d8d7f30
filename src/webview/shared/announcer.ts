import { h } from "./dom.ts";

const shownMs = 4000;

/** Says sentences to screen readers, and shows those that everybody needs. */
export class Announcer {
	readonly element = h("div", { class: "unseen", role: "status", "aria-live": "polite" });
	#timer: ReturnType<typeof setTimeout> | undefined;

	/**
	 * Says a sentence. Of several in quick succession only the last is said.
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

	/** Says a sentence, and shows it for a while. */
	show(sentence: string): void {
		clearTimeout(this.#timer);
		this.element.className = "toast";
		this.element.textContent = sentence;
		this.#timer = setTimeout(() => {
			this.element.className = "unseen";
		}, shownMs);
	}
}
