import type { Deployment } from "../../core/deployments/deployment.ts";
import { DisposableStore, type Disposable, type Event } from "../../core/base/event.ts";

/** Where deployments are found. */
export interface DeploymentList {
	find(key: string): Deployment | undefined;
	/** Fires when the list or the active deployment changes. */
	readonly onDidChange: Event<void>;
}

/** What is done when the deployment that a page is about changes. */
export interface DeploymentEvents {
	/** It is another object than before: somebody signed in, again, or out. */
	readonly replaced?: (deployment: Deployment | undefined) => void;
	/** The list of deployments is another one, or this one is called otherwise. */
	readonly listed: (deployment: Deployment | undefined) => void;
	/** Something was learned of it. */
	readonly learned: () => void;
}

/** Follows the deployment that a page is about, which is another object after somebody signed in again. */
export class FollowedDeployment implements Disposable {
	readonly #list: DeploymentList;
	readonly #key: () => string | undefined;
	readonly #events: DeploymentEvents;
	readonly #store = new DisposableStore();
	readonly #inside = this.#store.add(new DisposableStore());
	#deployment: Deployment | undefined;

	/** @param key gives the deployment's key. Call {@link follow} for the first time once the events may come */
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

	/** The deployment; nothing while nobody is signed in to it. */
	get now(): Deployment | undefined {
		const key = this.#key();
		return key === undefined ? undefined : this.#list.find(key);
	}

	/** Looks for the deployment, and listens to it. */
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
