import type { EndpointId } from "../coder/model.ts";
import type { Deployment } from "./deployment.ts";

/** Remembers the values of some endpoints, so that only new ones are worked on. */
export class SeenValues {
	readonly #ids: readonly EndpointId[];
	readonly #seen = new WeakMap<Deployment, readonly unknown[]>();

	constructor(ids: readonly EndpointId[]) {
		this.#ids = ids;
	}

	/** Whether a deployment's values differ from those last {@link add added}. Failures aren't values. */
	hasNews(deployment: Deployment): boolean {
		const before = this.#seen.get(deployment);
		return this.#of(deployment).some((value, index) => !before || value !== before[index]);
	}

	add(deployment: Deployment): void {
		this.#seen.set(deployment, this.#of(deployment));
	}

	#of({ snapshot }: Deployment): readonly unknown[] {
		return this.#ids.map((id) => snapshot[id].value);
	}
}
