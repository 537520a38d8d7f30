import { DisposableStore, Emitter, type Disposable, type Event } from "../../core/base/event.ts";

/** The contributions of features to something shared, such as the sections of the overview. */
export class Contributions<T> implements Disposable {
	readonly #list: T[] = [];
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<string | undefined>());

	/**
	 * Fires when contributions have changed for another reason than new data of a deployment: with the key of the only
	 * deployment that is affected, or with `undefined` if any may be.
	 */
	get onDidChange() {
		return this.#changed.event;
	}

	/** In the order in which they were added. */
	get list(): readonly T[] {
		return this.#list;
	}

	/** @param events fire like {@link onDidChange} when the contribution changes */
	add(contribution: T, ...events: readonly (Event<string | undefined> | Event<void>)[]): void {
		this.#list.push(contribution);
		for (const onDidChange of events) {
			this.#store.add(
				onDidChange((key) => {
					this.#changed.fire(key ?? undefined);
				}),
			);
		}
	}

	dispose(): void {
		this.#store.dispose();
	}
}
