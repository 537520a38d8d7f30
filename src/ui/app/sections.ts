import { DisposableStore, Emitter, type Disposable, type Event } from "../../core/base/event.ts";
import type { MoreSection } from "../../core/overview/outline.ts";

/** The sections that features add to each deployment in the overview, after those of the server's answers. */
export class Sections implements Disposable {
	readonly #list: MoreSection[] = [];
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<void>());

	/** Fires when sections have to be drawn again although nothing was learned of a deployment. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** In the order in which they were added. */
	get list(): readonly MoreSection[] {
		return this.#list;
	}

	/** @param events fire when the section has to be drawn again besides changes of its deployment */
	add(section: MoreSection, ...events: readonly Event<void>[]): void {
		this.#list.push(section);
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
