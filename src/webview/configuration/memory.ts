import type { FromConfigurationPage } from "../../protocol/configuration.ts";
import type { Host } from "../shared/host.ts";
import { readState, type SavedState } from "./savedState.ts";

const saveAfterMs = 200;

/** Keeps the page's state in VS Code, which hands it back when the page is shown again. */
export class Memory {
	readonly #host: Host<FromConfigurationPage>;
	readonly #now: () => SavedState;
	/** What was kept when the page was loaded. */
	readonly before: SavedState;
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param now the state to keep */
	constructor(host: Host<FromConfigurationPage>, now: () => SavedState) {
		this.#host = host;
		this.#now = now;
		this.before = readState(host.getState());
		// A page that is hidden is gone without further notice.
		window.addEventListener("pagehide", () => {
			this.#host.setState(this.#now());
		});
	}

	/** Keeps the state soon; many calls in quick succession are one. */
	save(): void {
		if (this.#timer !== undefined) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			this.#host.setState(this.#now());
		}, saveAfterMs);
	}
}
