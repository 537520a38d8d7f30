import type * as vscode from "vscode";
import { attention } from "../../core/overview/badge.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import type { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";
import type { Audits } from "../findings/audits.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";

/** Several things often change at once; they are counted together, after this many ms. */
const settleMs = 50;

/** What the badge counts by, besides what the status bar shows. */
const countedIds = ["deploymentConfig", "apiKey"] as const;

/** What the badge works with. */
export interface BadgeParts {
	readonly view: Pick<vscode.TreeView<unknown>, "badge">;
	readonly deployments: Deployments;
	readonly audits: Audits;
	readonly muting: UpdateMuting;
	readonly watchers: Watchers;
}

/** Counts on the view's badge what needs attention. */
export function registerBadge(parts: BadgeParts): Disposable {
	const { view, deployments, audits, muting, watchers } = parts;
	const store = new DisposableStore();
	let pending: ReturnType<typeof setTimeout> | undefined;
	let shown: string | undefined;
	const draw = (): void => {
		pending = undefined;
		// The badge is seen while the tree is not, so that it cannot wait for the tree to load this.
		if (deployments.list.some(({ snapshot }) => snapshot.deploymentConfig.value))
			void audits.ready();
		const badge = attention(deployments.list, {
			now: Date.now(),
			findings: (deployment) => audits.now(deployment),
			isMuted: (key, version) => !settings.updateNotification() || muting.isMuted(key, version),
		});
		const now = JSON.stringify(badge);
		if (now !== shown) view.badge = badge;
		shown = now;
	};
	const update = (): void => {
		pending ??= setTimeout(draw, settleMs);
	};
	for (const onDidChange of [deployments.onDidChange, audits.onDidChange, muting.onDidChange]) {
		store.add(onDidChange(update));
	}
	store.add(deployments.onDidChangeInside(update));
	store.add(onDidChangeSetting("updateNotification", update));
	// Asked once for the active deployment, so that the badge is right before the view was ever open; no more than that.
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
