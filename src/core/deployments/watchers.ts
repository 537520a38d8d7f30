import type { Deployment } from "./deployment.ts";
import { Emitter, type Disposable, type Event } from "../base/event.ts";
import type { EndpointId } from "../coder/model.ts";

/** What somebody is looking at: the deployments on screen and which of their endpoints show there. */
export type Watched = readonly {
	readonly deployment: Deployment;
	readonly ids: readonly EndpointId[];
	/** How much longer than fresh an answer may be used, in ms, where it is not looked at closely. */
	readonly patienceMs?: number;
}[];

/**
 * The surfaces that show something of deployments. Each says what it shows now; what none of them shows is not asked
 * for.
 */
export class Watchers implements Disposable {
	readonly #views = new Set<{ readonly shows: () => Watched }>();
	readonly #changed = new Emitter<void>();

	/** Fires when a surface shows something else than before. */
	get onDidChange() {
		return this.#changed.event;
	}

	/**
	 * Adds a surface until it is disposed of.
	 *
	 * @param shows what can be seen on it now; nothing while it is hidden. Whether the window has the focus is seen to
	 * @param onDidChange fires when that changes for another reason than that a deployment did
	 */
	add(shows: () => Watched, onDidChange?: Event<unknown>): Disposable {
		const surface = { shows };
		this.#views.add(surface);
		const subscription = onDidChange?.(() => {
			this.#changed.fire();
		});
		this.#changed.fire();
		return {
			dispose: () => {
				subscription?.dispose();
				if (this.#views.delete(surface)) this.#changed.fire();
			},
		};
	}

	/** All that can be seen now. What several surfaces show is in it several times. */
	watched(): Watched {
		return [...this.#views].flatMap(({ shows }) => shows());
	}

	dispose(): void {
		this.#views.clear();
		this.#changed.dispose();
	}
}
