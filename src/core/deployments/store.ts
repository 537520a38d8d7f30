import type { Reply } from "../http/reply.ts";
import type { Deployment, SavedDeployment } from "./deployment.ts";
import { endpointIds } from "../coder/endpoints.ts";
import { Emitter } from "../base/event.ts";
import type { Answers, EndpointId } from "../coder/model.ts";
import { brokenReply, applyReply } from "./applyReply.ts";
import { cancelledRequest } from "../http/cancelledRequest.ts";
import { notRequestedBecause, prerequisites } from "./prerequisites.ts";
import { dueEndpoints } from "./schedule.ts";
import { recordHeaders, initialServerState } from "./server.ts";
import type { SharedAnswers } from "./sharedAnswers.ts";
import type { Snapshot } from "./slot.ts";
import { withoutFuture } from "./withoutFuture.ts";

/** Requests one endpoint of the deployment, as `CoderClient.get` does. */
export type RequestEndpoint = <K extends EndpointId>(
	id: K,
	signal: AbortSignal,
	force?: boolean,
) => Promise<Reply<Answers[K]>>;

/**
 * Requests what an endpoint depends on and every account may request, as `CoderClient.prepare` does. Called while it's
 * being checked whether the account may request the endpoint itself.
 */
export type Prepare = (id: EndpointId, signal: AbortSignal) => void;

/** What a store needs in addition to its deployment and how to request its endpoints. */
export interface StoreOptions {
	/** The clock, in ms since the epoch. */
	readonly now?: () => number;
	/** Returns a number from 0 to 1, for jitter between attempts. */
	readonly random?: () => number;
	/** Answers of other windows; without it, this window works alone. */
	readonly shared?: SharedAnswers | undefined;
	/** Saves a round trip for endpoints that require a permission. */
	readonly prepare?: Prepare;
}

/** Options of a request for an endpoint, in addition to its table entry. */
interface Manner {
	/** Answers of other windows may be used. */
	readonly shared?: SharedAnswers | undefined;
	/** The server should compute its answer again. */
	readonly force?: boolean;
	/** The host that the user agreed to send the session token to. */
	readonly agreedTo?: string | undefined;
}

/** Returns the reply to a request that was canceled before it was sent. */
const canceledReply = (): Reply<never> => ({ ok: false, failure: cancelledRequest() });

const emptySnapshot = Object.fromEntries(
	endpointIds.map((id) => [id, { loading: false, failures: 0 }]),
) as unknown as Snapshot;

interface Running {
	readonly done: Promise<void>;
	readonly controller: AbortController;
}

/** Holds the data of one deployment, one slot per endpoint. A failure of one endpoint doesn't affect another. */
export class DeploymentStore implements Deployment {
	saved: SavedDeployment;
	readonly #request: RequestEndpoint;
	readonly #now: () => number;
	readonly #random: () => number;
	readonly #changed = new Emitter<void>();
	readonly #running = new Map<EndpointId, Running>();
	readonly #prepareRequest: Prepare | undefined;
	#shared: SharedAnswers | undefined;
	#snapshot = emptySnapshot;
	#server = initialServerState;

	constructor(
		saved: SavedDeployment,
		request: RequestEndpoint,
		{ now = Date.now, random = Math.random, shared, prepare }: StoreOptions = {},
	) {
		this.saved = saved;
		this.#request = request;
		this.#now = now;
		this.#random = random;
		this.#shared = shared;
		this.#prepareRequest = prepare;
	}

	get onDidChange() {
		return this.#changed.event;
	}

	get snapshot(): Snapshot {
		return this.#snapshot;
	}

	get server() {
		return this.#server;
	}

	async refresh(ids: readonly EndpointId[] = endpointIds): Promise<void> {
		await this.#refresh(ids, {});
	}

	async refreshShared(ids: readonly EndpointId[]): Promise<void> {
		await this.#refresh(ids, { shared: this.#shared });
	}

	async checkHealth(agreedTo: string | undefined, force: boolean): Promise<void> {
		// A running request may lack the user's consent or return an old report.
		this.cancel(["health"]);
		await this.#refresh(["health"], { agreedTo, force });
	}

	cancel(ids: readonly EndpointId[] = endpointIds): void {
		for (const id of ids) this.#running.get(id)?.controller.abort();
	}

	dispose(): void {
		this.#shared = undefined;
		this.cancel();
		this.#changed.dispose();
	}

	/**
	 * Whether a request is running. False for a request that was canceled but hasn't noticed yet: its result can't be
	 * shared.
	 */
	#isRunning(id: EndpointId): boolean {
		return this.#running.get(id)?.controller.signal.aborted === false;
	}

	async #refresh(ids: readonly EndpointId[], manner: Manner): Promise<void> {
		const fresh = [...new Set(ids)].filter((id) => !this.#isRunning(id));
		if (fresh.length > 0) {
			const loading = fresh.map((id) => [id, { ...this.#snapshot[id], loading: true }]);
			// All are started before listeners are called, so that listeners that request them again share them.
			for (const id of fresh) this.#start(id, manner);
			this.#replace(Object.fromEntries(loading) as Partial<Snapshot>);
		}
		await Promise.all(ids.flatMap((id) => this.#running.get(id)?.done ?? []));
	}

	#start(id: EndpointId, manner: Manner): void {
		const controller = new AbortController();
		const done = this.#load(id, controller, manner);
		this.#running.set(id, { done, controller });
	}

	async #load(id: EndpointId, controller: AbortController, manner: Manner): Promise<void> {
		const { shared } = manner;
		const isOurs = () => this.#running.get(id)?.controller === controller;
		if (shared && (await this.#takeOver(id, shared, isOurs))) return;
		if (prerequisites(id).length > 0) {
			await this.#prepare(id, shared, controller.signal);
			if (!isOurs()) return;
		}
		const { signal } = controller;
		const reply = signal.aborted ? canceledReply() : await this.#answer(id, signal, manner);
		// Canceled and requested again in the meantime: the newer request updates the slot.
		if (!isOurs()) return;
		this.#running.delete(id);
		const now = this.#now();
		this.#snapshot = withoutFuture(this.#snapshot, now);
		this.#server = recordHeaders(this.#server, reply.headers ?? {}, now);
		const slot = applyReply<unknown>(id, this.#snapshot[id], reply, now, this.#random());
		this.#replace({ [id]: slot });
		if (reply.ok) this.#shared?.write(id, { slot, headers: reply.headers ?? {} });
	}

	/**
	 * Shows another window's answer if it's newer than the current one.
	 *
	 * @returns whether no request is needed because the answer is still fresh
	 */
	async #takeOver(id: EndpointId, shared: SharedAnswers, isOurs: () => boolean): Promise<boolean> {
		const answer = await shared.read(id);
		if (!answer || !isOurs()) return !isOurs();
		const { slot, headers } = answer;
		const { at = 0 } = slot;
		if (at <= (this.#snapshot[id].triedAt ?? 0) || at > this.#now()) return false;
		if (at >= (this.#server.versions[0]?.lastAt ?? 0)) {
			// The clocks may have changed since then.
			const { date: _date, ...others } = headers;
			this.#server = recordHeaders(this.#server, others, at);
		}
		const known = { snapshot: { ...this.#snapshot, [id]: slot }, server: this.#server };
		const fresh = dueEndpoints([id], known, this.#now()).length === 0;
		if (fresh) this.#running.delete(id);
		this.#replace({ [id]: { ...slot, loading: !fresh } });
		return fresh;
	}

	/** Requests what determines whether an endpoint can be requested, if that isn't known well enough. */
	async #prepare(
		id: EndpointId,
		shared: SharedAnswers | undefined,
		signal: AbortSignal,
	): Promise<void> {
		for (const { id: needed, maxAgeMs, own } of prerequisites(id)) {
			// Everything that was requested together has started after this.
			await Promise.resolve();
			if (signal.aborted) return;
			const { at, failure, notBefore = 0 } = this.#snapshot[needed];
			const now = this.#now();
			const isKnown = at !== undefined && at <= now && now - at <= maxAgeMs;
			const isResting = failure !== undefined && notBefore > now;
			if (this.#isRunning(needed) || (!isKnown && !isResting))
				await this.#refresh([needed], own ? {} : { shared });
		}
	}

	async #answer(id: EndpointId, signal: AbortSignal, manner: Manner): Promise<Reply<unknown>> {
		const { agreedTo, force } = manner;
		const failure = notRequestedBecause(id, this.#snapshot, this.saved, agreedTo);
		if (failure) return { ok: false, failure };
		// Everything that was requested together has started after this.
		queueMicrotask(() => {
			this.#prepareWaiting(id);
		});
		try {
			return await this.#request(id, signal, force);
		} catch (error) {
			return brokenReply(error);
		}
	}

	/** Prepares the requests that wait for an endpoint's answer, unless the previous answer rules them out. */
	#prepareWaiting(needed: EndpointId): void {
		for (const [id, { controller }] of this.#running) {
			if (!this.#isRunning(id) || !prerequisites(id).some((one) => one.id === needed)) continue;
			if (!notRequestedBecause(id, this.#snapshot, this.saved))
				this.#prepareRequest?.(id, controller.signal);
		}
	}

	#replace(slots: Partial<Snapshot>): void {
		this.#snapshot = { ...this.#snapshot, ...slots };
		this.#changed.fire();
	}
}
