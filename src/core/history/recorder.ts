import { answersMix } from "../deployments/server.ts";
import type { Deployment } from "../deployments/deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../base/event.ts";
import type { ChangeLog } from "./changeEvent.ts";
import type { History } from "./history.ts";
import { isSettling, observe, observedIds } from "./observe.ts";

/** Answers of one refresh come one after the other; what they say is looked at together, after this many ms. */
const settleMs = 500;

/** While versions mix, it is looked this often whether they still do, in ms. */
const mixedMs = 60_000;

/** Writes down what is learned of deployments, and keeps the newest changes at hand. */
export class HistoryRecorder implements Disposable {
	readonly #history: History;
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<void>());
	readonly #logs = new Map<string, ChangeLog>();
	/** What was recorded last, by deployment: the very values, so that the same ones are not looked at again. */
	readonly #recorded = new WeakMap<Deployment, readonly unknown[]>();
	readonly #timers = new Map<Deployment, ReturnType<typeof setTimeout>>();

	constructor(history: History) {
		this.#history = history;
		this.#store.add(history.onDidChange((key) => void this.#reload(key)));
	}

	/** Fires when the changes of a deployment were read again. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** The newest changes of a deployment; nothing while they were not read yet. */
	changes({ saved }: Deployment): ChangeLog | undefined {
		return this.#logs.get(saved.key);
	}

	/** Records what is known of a deployment, once nothing is on its way any more. */
	look(deployment: Deployment): void {
		const { snapshot } = deployment;
		const values = observedIds.map((id) => snapshot[id].value);
		const before = this.#recorded.get(deployment);
		if (values.every((value, index) => before && value === before[index])) return;
		clearTimeout(this.#timers.get(deployment));
		// That only one version answers any more, nobody tells; the end of a request will be heard of.
		if (answersMix(deployment.server, Date.now())) this.#lookLater(deployment, mixedMs);
		else if (!isSettling(snapshot)) this.#lookLater(deployment, settleMs);
	}

	#lookLater(deployment: Deployment, ms: number): void {
		const timer = setTimeout(() => {
			this.#timers.delete(deployment);
			// Another refresh began meanwhile, or versions mix: then it is looked at later.
			if (isSettling(deployment.snapshot) || answersMix(deployment.server, Date.now())) {
				this.look(deployment);
				return;
			}
			this.#recorded.set(
				deployment,
				observedIds.map((id) => deployment.snapshot[id].value),
			);
			void this.#record(deployment);
		}, ms);
		this.#timers.set(deployment, timer);
	}

	/** Lets go of the deployments that nobody is signed in to any more. */
	keepOnly(deployments: readonly Deployment[]): void {
		for (const [deployment, timer] of this.#timers) {
			if (deployments.includes(deployment)) continue;
			clearTimeout(timer);
			this.#timers.delete(deployment);
		}
		const keys = new Set(deployments.map(({ saved }) => saved.key));
		for (const key of this.#logs.keys()) if (!keys.has(key)) this.#logs.delete(key);
	}

	dispose(): void {
		this.#timers.forEach(clearTimeout);
		this.#store.dispose();
	}

	async #record(deployment: Deployment): Promise<void> {
		const { saved, snapshot, server } = deployment;
		await this.#history.record(saved.key, observe(snapshot, server));
		if (!this.#logs.has(saved.key)) await this.#reload(saved.key);
	}

	async #reload(key: string): Promise<void> {
		this.#logs.set(key, await this.#history.log(key));
		this.#changed.fire();
	}
}
