import type { FromConfigurationPage } from "../../protocol/configuration.ts";
import type { Host } from "../shared/host.ts";
import { readState, type SavedState } from "./savedState.ts";

const saveAfterMs = 200;

/** Stores the page's state in VS Code, which returns it when the page is shown again. */
export class Memory {
	readonly #host: Host<FromConfigurationPage>;
	readonly #now: () => SavedState;
	/** The state when the page was loaded. */
	readonly before: SavedState;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param now returns the state to store */
	constructor(host: Host<FromConfigurationPage>, now: () => SavedState) {
		this.#host = host;
		this.#now = now;
		this.before = readState(host.getState());
		// A page that is hidden is destroyed without notice.
		window.addEventListener("pagehide", () => {
			this.#host.setState(this.#now());
		});
	}

	/** Stores the state soon. Calls in quick succession are combined. */
	save(): void {
		if (this.#timer !== undefined) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#host.setState(this.#now());
		}, saveAfterMs);
	}
}
