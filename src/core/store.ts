import type { Answer } from "./client.ts";
import type { Deployment, KnownDeployment } from "./deployment.ts";
import { endpointIds } from "./endpoints.ts";
import { Emitter } from "./event.ts";
import type { ApiFailure, Outcome } from "./failure.ts";
import { t } from "./l10n.ts";
import type { Answers, EndpointId } from "./model.ts";
import { pauseMs } from "./retry.ts";
import { scrub } from "./scrub.ts";
import type { Slot, Snapshot } from "./slot.ts";

/** Asks one endpoint of the deployment; `CoderClient.get` is one. */
export type Ask = <K extends EndpointId>(
	id: K,
	signal: AbortSignal,
) => Promise<Outcome<Answer<Answers[K]>>>;

const emptySnapshot = Object.fromEntries(
	endpointIds.map((id) => [id, { loading: false, failures: 0 }]),
) as unknown as Snapshot;

const minuteMs = 60_000;

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
		const fresh = [...new Set(ids)].filter((id) => !this.#isRunning(id));
		if (fresh.length > 0) {
			const loading = fresh.map((id) => [id, { ...this.#snapshot[id], loading: true }]);
			// All have started before anybody hears of it: who asks for them again then shares them.
			for (const id of fresh) this.#start(id);
			this.#replace(Object.fromEntries(loading) as Partial<Snapshot>);
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

	/** False for a request that was cancelled but did not notice yet: it brings nothing that could be shared. */
	#isRunning(id: EndpointId): boolean {
		return this.#running.get(id)?.controller.signal.aborted === false;
	}

	#start(id: EndpointId): void {
		const controller = new AbortController();
		const done = this.#load(id, controller);
		this.#running.set(id, { done, controller });
	}

	async #load(id: EndpointId, controller: AbortController): Promise<void> {
		const outcome = await this.#answer(id, controller.signal);
		// Cancelled and asked anew meanwhile: the newer request will tell.
		if (this.#running.get(id)?.controller !== controller) return;
		this.#running.delete(id);
		this.#replace({ [id]: this.#landed(this.#snapshot[id], outcome) });
	}

	async #answer(id: EndpointId, signal: AbortSignal): Promise<Outcome<Answer<unknown>>> {
		try {
			return await this.#ask(id, signal);
		} catch (error) {
			return { ok: false, failure: broken(error) };
		}
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
				// The server's clock may be off: it counts requests by the minute, so no longer than that.
				...(notBefore === undefined ? {} : { notBefore: Math.min(notBefore, now + minuteMs) }),
			};
		}
		const { failure } = outcome;
		// What the user cancelled is as it was before, and does not come back by itself at once.
		if (failure.kind === "cancelled") {
			const notBefore = Math.max(slot.notBefore ?? 0, now + minuteMs);
			return { ...slot, notBefore, loading: false };
		}
		const failures = slot.failures + 1;
		const notBefore = now + pauseMs(failure, failures, this.#random());
		return { ...slot, failure, triedAt: now, failures, notBefore, loading: false };
	}

	#replace(slots: Partial<Snapshot>): void {
		this.#snapshot = { ...this.#snapshot, ...slots };
		this.#changed.fire();
	}
}

/** The failure of an answer that never came because of a mistake in this extension. */
function broken(error: unknown): ApiFailure {
	return {
		kind: "rejected",
		message: t("The extension could not send the request: {0}", scrub(String(error))),
		advice: t("Reload the window; if it stays, please report it."),
		action: "showLog",
		causes: [],
	};
}
