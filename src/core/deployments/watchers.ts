import type { Deployment } from "./deployment.ts";
import { Emitter, type Disposable, type Event } from "../base/event.ts";
import type { EndpointId } from "../coder/model.ts";

/** The visible deployments, and the endpoints whose data is shown. */
export type Watched = readonly {
	readonly deployment: Deployment;
	readonly ids: readonly EndpointId[];
	/** How long an answer may be used after it is no longer fresh, in ms, where details aren't visible. */
	readonly patienceMs?: number;
}[];

/** Surfaces that show data of deployments. Each reports what it currently shows; nothing else is requested. */
export class Watchers implements Disposable {
	readonly #views = new Set<{ readonly shows: () => Watched }>();
	readonly #changed = new Emitter<void>();

	/** Fires when a surface shows something different. */
	get onDidChange() {
		return this.#changed.event;
	}

	/**
	 * Adds a surface until it is disposed of.
	 *
	 * @param shows returns what is visible on it; empty while it's hidden. Doesn't have to consider whether the window
	 * has the focus
	 * @param onDidChange fires when that changes for a reason other than a deployment's change
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

	/** Returns everything that is visible. What several surfaces show appears several times. */
	watched(): Watched {
		return [...this.#views].flatMap(({ shows }) => shows());
	}

	dispose(): void {
		this.#views.clear();
		this.#changed.dispose();
	}
}
