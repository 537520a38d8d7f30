import type { Deployment } from "../deployments/deployment.ts";
import { DisposableStore, Emitter, type Disposable } from "../base/event.ts";
import type { ChangeLog } from "./changeEvent.ts";
import type { History } from "./history.ts";
import { observe, observedHealthIds, observedIds, observeHealth } from "./observe.ts";
import { SettledLook } from "./settledLook.ts";
import type { Observation } from "./state.ts";

/** Records the data of deployments, and caches the latest changes. */
export class HistoryRecorder implements Disposable {
	readonly #history: History;
	readonly #store = new DisposableStore();
	readonly #changed = this.#store.add(new Emitter<string>());
	readonly #logs = new Map<string, ChangeLog>();
	readonly #looks = [
		new SettledLook(observedIds, (deployment) => {
			void this.#record(deployment, observe(deployment.snapshot, deployment.server));
		}),
		new SettledLook(observedHealthIds, (deployment) => {
			void this.#record(deployment, observeHealth(deployment.snapshot));
		}),
	].map((look) => this.#store.add(look));

	constructor(history: History) {
		this.#history = history;
		this.#store.add(history.onDidChange((key) => void this.#reload(key)));
	}

	/** Fires with the key of a deployment whose changes have been read again. */
	get onDidChange() {
		return this.#changed.event;
	}

	/** Returns the latest changes of a deployment, or `undefined` until they have been read. */
	changes({ saved }: Deployment): ChangeLog | undefined {
		return this.#logs.get(saved.key);
	}

	/** Records the data of a deployment once no requests are running. */
	look(deployment: Deployment): void {
		for (const one of this.#looks) one.look(deployment);
	}

	/** Releases deployments that are no longer signed in. */
	keepOnly(deployments: readonly Deployment[]): void {
		for (const one of this.#looks) one.keepOnly(deployments);
		const keys = new Set(deployments.map(({ saved }) => saved.key));
		for (const key of this.#logs.keys()) if (!keys.has(key)) this.#logs.delete(key);
	}

	dispose(): void {
		this.#store.dispose();
	}

	async #record({ saved }: Deployment, observation: Observation): Promise<void> {
		await this.#history.record(saved.key, observation);
		if (!this.#logs.has(saved.key)) await this.#reload(saved.key);
	}

	async #reload(key: string): Promise<void> {
		this.#logs.set(key, await this.#history.log(key));
		this.#changed.fire(key);
	}
}
