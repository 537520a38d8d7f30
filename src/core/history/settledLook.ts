import type { Disposable } from "../base/event.ts";
import type { EndpointId } from "../coder/model.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { answersMix } from "../deployments/server.ts";
import { isSettling } from "./observe.ts";

/** Answers of one refresh come one after the other; what they say is looked at together, after this many ms. */
const settleMs = 500;

/** While versions mix, it is looked this often whether they still do, in ms. */
const mixedMs = 60_000;

/** Waits until no answer of some endpoints is on its way any more, and then has a deployment looked at. */
export class SettledLook implements Disposable {
	readonly #ids: readonly EndpointId[];
	readonly #run: (deployment: Deployment) => void;
	/** What was looked at last, by deployment: the very values, so that the same ones are not looked at again. */
	readonly #seen = new WeakMap<Deployment, readonly unknown[]>();
	readonly #timers = new Map<Deployment, ReturnType<typeof setTimeout>>();

	/** @param run called with a deployment whose answers are others than at the last call */
	constructor(ids: readonly EndpointId[], run: (deployment: Deployment) => void) {
		this.#ids = ids;
		this.#run = run;
	}

	/** Has a deployment looked at, if it has answers that were not looked at yet. */
	look(deployment: Deployment): void {
		const { snapshot, server } = deployment;
		const before = this.#seen.get(deployment);
		const values = this.#valuesOf(deployment);
		if (values.every((value, index) => before && value === before[index])) return;
		clearTimeout(this.#timers.get(deployment));
		// That only one version answers any more, nobody tells; the end of a request will be heard of.
		if (answersMix(server, Date.now())) this.#lookLater(deployment, mixedMs);
		else if (!isSettling(snapshot, this.#ids)) this.#lookLater(deployment, settleMs);
	}

	/** Lets go of the deployments that nobody is signed in to any more. */
	keepOnly(deployments: readonly Deployment[]): void {
		for (const [deployment, timer] of this.#timers) {
			if (deployments.includes(deployment)) continue;
			clearTimeout(timer);
			this.#timers.delete(deployment);
		}
	}

	dispose(): void {
		this.#timers.forEach(clearTimeout);
	}

	#lookLater(deployment: Deployment, ms: number): void {
		const timer = setTimeout(() => {
			this.#timers.delete(deployment);
			const { snapshot, server } = deployment;
			// Another refresh began meanwhile, or versions mix: then it is looked at later.
			if (isSettling(snapshot, this.#ids) || answersMix(server, Date.now())) {
				this.look(deployment);
				return;
			}
			this.#seen.set(deployment, this.#valuesOf(deployment));
			this.#run(deployment);
		}, ms);
		this.#timers.set(deployment, timer);
	}

	#valuesOf({ snapshot }: Deployment): readonly unknown[] {
		return this.#ids.map((id) => snapshot[id].value);
	}
}
