import type { Disposable } from "../../core/base/event.ts";

/** How long nothing may happen before something is done, in ms. */
const pauseMs = 300;

/** Does something once, when what it follows has paused. */
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
