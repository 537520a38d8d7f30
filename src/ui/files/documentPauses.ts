import type { Disposable } from "../../core/base/event.ts";
import { Pause } from "./pause.ts";

/** Calls a function for each document once after a pause in editing it. */
export class DocumentPauses<D extends object> implements Disposable {
	readonly #act: (document: D) => void;
	readonly #pauses = new Map<D, Pause>();

	constructor(act: (document: D) => void) {
		this.#act = act;
	}

	start(document: D): void {
		let pause = this.#pauses.get(document);
		if (!pause) {
			pause = new Pause(() => {
				this.#pauses.delete(document);
				this.#act(document);
			});
			this.#pauses.set(document, pause);
		}
		pause.start();
	}

	/** Ends a document's pause without calling the function. */
	cancel(document: D): void {
		this.#pauses.get(document)?.dispose();
		this.#pauses.delete(document);
	}

	dispose(): void {
		for (const pause of this.#pauses.values()) pause.dispose();
		this.#pauses.clear();
	}
}
