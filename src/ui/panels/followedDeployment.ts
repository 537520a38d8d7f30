import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, type Disposable, type Event } from "../../core/base/event.ts";

/** The list in which deployments are found. */
export interface DeploymentList {
	find(key: string): Deployment | undefined;
	/** Fires when the list or the active deployment changes. */
	readonly onDidChange: Event<void>;
}

/** Called when the page's deployment changes. */
export interface DeploymentEvents {
	/** Called when the deployment was replaced because the user signed in, again, or out. */
	readonly replaced?: (deployment: Deployment | undefined) => void;
	/** Called when the list of deployments or the name of this one changed. */
	readonly listed: (deployment: Deployment | undefined) => void;
	/** Called when the deployment has new data. */
	readonly learned: () => void;
}

/** Tracks a page's deployment, which is replaced when the user signs in again. */
export class FollowedDeployment implements Disposable {
	readonly #list: DeploymentList;
	readonly #key: () => string | undefined;
	readonly #events: DeploymentEvents;
	readonly #store = new DisposableStore();
	readonly #inside = this.#store.add(new DisposableStore());
	#deployment: Deployment | undefined;

	/** @param key returns the deployment's key. Call {@link follow} first once events may fire */
	constructor(list: DeploymentList, key: () => string | undefined, events: DeploymentEvents) {
		this.#list = list;
		this.#key = key;
		this.#events = events;
		this.#store.add(
			list.onDidChange(() => {
				this.follow();
			}),
		);
	}

	/** The deployment; `undefined` while the user isn't signed in to it. */
	get now(): Deployment | undefined {
		const key = this.#key();
		return key === undefined ? undefined : this.#list.find(key);
	}

	/** Finds the deployment and listens to it. */
	readonly follow = (): void => {
		const deployment = this.now;
		if (deployment !== this.#deployment) {
			this.#inside.dispose();
			this.#deployment = deployment;
			if (deployment) {
				this.#inside.add(deployment.onDidChange(this.#events.learned));
			}
			this.#events.replaced?.(deployment);
		}
		this.#events.listed(deployment);
	};

	dispose(): void {
		this.#store.dispose();
	}
}
