import type { Deployment, SavedDeployment } from "./deployment.ts";
import type { ServerState } from "./server.ts";
import type { Snapshot } from "./slot.ts";

/** After this time, in ms, results are computed again: they may contain ages and remaining times. */
const maxAgeMs = 60_000;

interface Kept<T> {
	readonly saved: SavedDeployment;
	readonly snapshot: Snapshot;
	readonly server: ServerState;
	readonly more: readonly unknown[];
	readonly at: number;
	readonly result: T;
}

/**
 * Keeps what was computed from each deployment's data, so that an answer of one deployment causes no work for the
 * others. All data of deployments is replaced when it changes, never modified.
 */
export class DeploymentCache<T> {
	#kept = new WeakMap<Deployment, Kept<T>>();

	/**
	 * Returns the kept result, or computes it if anything is different, or a minute has passed.
	 *
	 * @param now in ms since the epoch
	 * @param more what the result depends on in addition to the deployment's data
	 */
	get(
		deployment: Deployment,
		now: number,
		compute: (deployment: Deployment) => T,
		...more: readonly unknown[]
	): T {
		const { saved, snapshot, server } = deployment;
		const kept = this.#kept.get(deployment);
		const isCurrent =
			kept?.saved === saved &&
			kept.snapshot === snapshot &&
			kept.server === server &&
			kept.more.every((part, index) => part === more[index]) &&
			now >= kept.at &&
			now - kept.at < maxAgeMs;
		if (isCurrent) return kept.result;
		const result = compute(deployment);
		this.#kept.set(deployment, { saved, snapshot, server, more, at: now, result });
		return result;
	}

	/** Forgets the result about a deployment, or all results, because something else has changed. */
	drop(deployment?: Deployment): void {
		if (deployment) this.#kept.delete(deployment);
		else this.#kept = new WeakMap();
	}
}
