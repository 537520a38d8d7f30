import { DisposableStore, Emitter, type Disposable, type Event } from "../../core/base/event.ts";

/** The contributions of features to something shared, such as the sections of the overview. */
export class Contributions<T> implements Disposable {
	readonly #list: T[] = [];
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<void>());

	/** Fires when contributions have changed for another reason than new data of a deployment. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** In the order in which they were added. */
	get list(): readonly T[] {
		return this.#list;
	}

	/** @param events fire when the contribution changes for another reason than its deployment */
	add(contribution: T, ...events: readonly Event<void>[]): void {
		this.#list.push(contribution);
		for (const onDidChange of events) {
			this.#store.add(
				onDidChange(() => {
					this.#changed.fire();
				}),
			);
		}
	}

	dispose(): void {
		this.#store.dispose();
	}
}
