import type { Disposable } from "../base/event.ts";
import type { EndpointId } from "../coder/model.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { SeenValues } from "../deployments/seenValues.ts";
import { answersMix } from "../deployments/server.ts";
import { isSettling } from "./observe.ts";

/** The delay, in ms, after which the responses of a refresh are recorded together. They arrive one by one. */
const settleMs = 500;

/** While versions are mixed, checks this often whether they still are, in ms. */
const mixedMs = 60_000;

/** Waits until no requests for some endpoints are running, and then processes a deployment. */
export class SettledLook implements Disposable {
	readonly #ids: readonly EndpointId[];
	readonly #run: (deployment: Deployment) => void;
	readonly #processed: SeenValues;
	readonly #timers = new Map<Deployment, ReturnType<typeof setTimeout>>();

	/** @param run called with a deployment that has changed since the last call */
	constructor(ids: readonly EndpointId[], run: (deployment: Deployment) => void) {
		this.#ids = ids;
		this.#processed = new SeenValues(ids);
		this.#run = run;
	}

	/** Processes a deployment with new responses. */
	look(deployment: Deployment): void {
		const { snapshot, server } = deployment;
		if (!this.#processed.hasNews(deployment)) return;
		clearTimeout(this.#timers.get(deployment));
		// Nothing announces the end of mixed versions; the end of a request is announced.
		if (answersMix(server, Date.now())) this.#lookLater(deployment, mixedMs);
		else if (!isSettling(snapshot, this.#ids)) this.#lookLater(deployment, settleMs);
	}

	/** Releases deployments that are no longer signed in. */
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
			// Another refresh started meanwhile, or versions are mixed: process it later.
			if (isSettling(snapshot, this.#ids) || answersMix(server, Date.now())) {
				this.look(deployment);
				return;
			}
			this.#processed.add(deployment);
			this.#run(deployment);
		}, ms);
		this.#timers.set(deployment, timer);
	}
}
