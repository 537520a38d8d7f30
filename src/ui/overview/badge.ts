import { badgeOf } from "../../core/overview/badge.ts";
import { surfaces } from "../../core/deployments/surfaces.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import type { Need } from "../../core/deployments/attention.ts";
import { DeploymentCache } from "../../core/deployments/deploymentCache.ts";
import type { Services } from "../app/services.ts";

/** The delay, in ms, after which related changes are counted together. */
const settleMs = 50;

/** The endpoints that the badge depends on, in addition to those of the status bar. */
const countedIds = ["deploymentConfig", "apiKey"] as const;

/** Shows the number of things that need attention on the view's badge. */
export function registerBadge(services: Services): Disposable {
	const { attention, deployments, front, watchers } = services;
	const store = new DisposableStore();
	let pending: ReturnType<typeof setTimeout> | undefined;
	let shown: string | undefined;
	const cache = new DeploymentCache<readonly Need[]>();
	const draw = (): void => {
		pending = undefined;
		const badge = badgeOf(deployments.list, attention.list, Date.now(), cache);
		const now = JSON.stringify(badge);
		if (now !== shown) front.view.badge = badge;
		shown = now;
	};
	const update = (): void => {
		pending ??= setTimeout(draw, settleMs);
	};
	store.add(deployments.onDidChange(update));
	store.add(deployments.onDidChangeDeployment(update));
	store.add(
		attention.onDidChange((key) => {
			cache.drop(key === undefined ? undefined : deployments.find(key));
			update();
		}),
	);
	store.add(
		watchers.add(() => deployments.list.map((deployment) => ({ deployment, ...surfaces.badge }))),
	);
	// Requested once for the active deployment, so that the badge is right before the view is first opened.
	store.add(
		watchers.add(() => {
			const { active } = deployments;
			const ids = countedIds.filter((id) => active?.snapshot[id].triedAt === undefined);
			return active && ids.length > 0 ? [{ deployment: active, ids }] : [];
		}),
	);
	store.add({
		dispose: () => {
			clearTimeout(pending);
		},
	});
	return store;
}
