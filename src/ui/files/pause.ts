import type { Disposable } from "../../core/base/event.ts";

/** The length of the pause, in ms. */
const pauseMs = 300;

/** Calls a function once after a pause. */
export class Pause implements Disposable {
	readonly #act: () => void;
	#timer: NodeJS.Timeout | undefined;

	constructor(act: () => void) {
		this.#act = act;
	}

	start(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(this.#act, pauseMs);
	}

	dispose(): void {
		clearTimeout(this.#timer);
	}
}
