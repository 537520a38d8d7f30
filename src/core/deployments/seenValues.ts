import type { EndpointId } from "../coder/model.ts";
import type { Deployment } from "./deployment.ts";
import type { Slot } from "./slot.ts";

/** Remembers the values of some endpoints, so that only new ones are worked on. */
export class SeenValues {
	readonly #ids: readonly EndpointId[];
	readonly #read: (slot: Slot<unknown>) => unknown;
	readonly #seen = new WeakMap<Deployment, readonly unknown[]>();

	/** @param read returns a slot's value; by default, a failure doesn't change it */
	constructor(
		ids: readonly EndpointId[],
		read: (slot: Slot<unknown>) => unknown = ({ value }) => value,
	) {
		this.#ids = ids;
		this.#read = read;
	}

	/** Whether a deployment's values differ from those last {@link add added}. */
	hasNews(deployment: Deployment): boolean {
		const before = this.#seen.get(deployment);
		return this.#of(deployment).some((value, index) => !before || value !== before[index]);
	}

	add(deployment: Deployment): void {
		this.#seen.set(deployment, this.#of(deployment));
	}

	#of({ snapshot }: Deployment): readonly unknown[] {
		return this.#ids.map((id) => this.#read(snapshot[id]));
	}
}
