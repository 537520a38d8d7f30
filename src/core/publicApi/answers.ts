import type { DeploymentChange, DeploymentInfo, DeploymentSnapshot } from "../../api.ts";
import type { Deployment } from "../deployments/deployment.ts";
import type { Deployments } from "../deployments/deployments.ts";
import { DisposableStore, type Disposable } from "../base/event.ts";
import { ensureFresh } from "../deployments/ensureFresh.ts";
import { describedIds, describeDeployment, describeSnapshot } from "./describeDeployment.ts";

/** Returns the deployments as other extensions see them, in the user's order. */
export function listDeployments({ list, active }: Deployments): readonly DeploymentInfo[] {
	return Object.freeze(list.map((deployment) => describeDeployment(deployment, active)));
}

/** Returns a deployment as other extensions see it, after requesting missing or outdated data. */
export async function takeSnapshot(
	deployments: Deployments,
	id: string,
): Promise<DeploymentSnapshot | undefined> {
	const deployment = deployments.find(id);
	if (!deployment) return undefined;
	await ensureFresh(deployment, describedIds, Date.now());
	// Return nothing if the user signed out in the meantime.
	return deployments.find(id) === deployment
		? describeSnapshot(deployment, deployments.active)
		: undefined;
}

/** Announces changes that other extensions can see. A running request isn't one. */
export function announceChanges(
	deployments: Deployments,
	announce: (change: DeploymentChange) => void,
): Disposable {
	const seen = new WeakMap<Deployment, readonly unknown[]>();
	for (const deployment of deployments.list) seen.set(deployment, visibleParts(deployment));
	const store = new DisposableStore();
	store.add(
		deployments.onDidChange(() => {
			announce(Object.freeze({}));
		}),
	);
	store.add(
		deployments.onDidChangeDeployment((deployment) => {
			const before = seen.get(deployment) ?? [];
			const parts = visibleParts(deployment);
			seen.set(deployment, parts);
			if (parts.every((part, index) => part === before[index])) return;
			announce(Object.freeze({ id: deployment.saved.key }));
		}),
	);
	return store;
}

/** Answers and failures remain the same objects until they are replaced. */
function visibleParts({ snapshot }: Deployment): readonly unknown[] {
	return describedIds.flatMap((id) => [snapshot[id].value, snapshot[id].failure]);
}
