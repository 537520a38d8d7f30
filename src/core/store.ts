import type { Answer } from "./client.ts";
import type { Deployment, KnownDeployment } from "./deployment.ts";
import { endpointIds } from "./endpoints.ts";
import { Emitter } from "./event.ts";
import type { Outcome } from "./failure.ts";
import type { Answers, EndpointId } from "./model.ts";
import { pauseMs } from "./retry.ts";
import type { Slot, Snapshot } from "./slot.ts";

/** Asks one endpoint of the deployment; `CoderClient.get` is one. */
export type Ask = <K extends EndpointId>(
	id: K,
	signal: AbortSignal,
) => Promise<Outcome<Answer<Answers[K]>>>;

const emptySnapshot = Object.fromEntries(
	endpointIds.map((id) => [id, { loading: false, failures: 0 }]),
) as unknown as Snapshot;

interface Running {
	readonly done: Promise<void>;
	readonly controller: AbortController;
}

/** Holds what is known of one deployment, a slot an endpoint: one endpoint's trouble never touches another. */
export class DeploymentStore implements Deployment {
	known: KnownDeployment;
	readonly #ask: Ask;
	readonly #now: () => number;
	readonly #random: () => number;
	readonly #changed = new Emitter<void>();
	readonly #running = new Map<EndpointId, Running>();
	#snapshot = emptySnapshot;

	/**
	 * @param now the clock, in ms since the epoch
	 * @param random a number from 0 to 1, for the jitter between tries
	 */
	constructor(
		known: KnownDeployment,
		ask: Ask,
		now: () => number = Date.now,
		random: () => number = Math.random,
	) {
		this.known = known;
		this.#ask = ask;
		this.#now = now;
		this.#random = random;
	}

	get onDidChange() {
		return this.#changed.event;
	}

	get snapshot(): Snapshot {
		return this.#snapshot;
	}

	async refresh(ids: readonly EndpointId[] = endpointIds): Promise<void> {
		const fresh = ids.filter((id) => !this.#running.has(id));
		if (fresh.length > 0) {
			const loading = fresh.map((id) => [id, { ...this.#snapshot[id], loading: true }]);
			this.#replace(Object.fromEntries(loading) as Partial<Snapshot>);
			for (const id of fresh) this.#start(id);
		}
		await Promise.all(ids.flatMap((id) => this.#running.get(id)?.done ?? []));
	}

	cancel(ids: readonly EndpointId[] = endpointIds): void {
		for (const id of ids) this.#running.get(id)?.controller.abort();
	}

	dispose(): void {
		this.cancel();
		this.#changed.dispose();
	}

	#start(id: EndpointId): void {
		const controller = new AbortController();
		const done = this.#load(id, controller.signal);
		this.#running.set(id, { done, controller });
	}

	async #load(id: EndpointId, signal: AbortSignal): Promise<void> {
		const outcome: Outcome<Answer<unknown>> = await this.#ask(id, signal);
		this.#running.delete(id);
		this.#replace({ [id]: this.#landed(this.#snapshot[id], outcome) });
	}

	#landed<T>(slot: Slot<T>, outcome: Outcome<Answer<T>>): Slot<T> {
		const now = this.#now();
		if (outcome.ok) {
			const { value, tookMs, notBefore } = outcome.value;
			return {
				value,
				at: now,
				tookMs,
				triedAt: now,
				failures: 0,
				loading: false,
				...(notBefore === undefined ? {} : { notBefore }),
			};
		}
		const { failure } = outcome;
		// What the user cancelled is as it was before.
		if (failure.kind === "cancelled") return { ...slot, loading: false };
		const failures = slot.failures + 1;
		const notBefore = now + pauseMs(failure, failures, this.#random());
		return { ...slot, failure, triedAt: now, failures, notBefore, loading: false };
	}

	#replace(slots: Partial<Snapshot>): void {
		this.#snapshot = { ...this.#snapshot, ...slots };
		this.#changed.fire();
	}
}
