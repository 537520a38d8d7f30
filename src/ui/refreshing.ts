import * as vscode from "vscode";
import type { Deployments } from "../core/deployments.ts";
import { endpointIds } from "../core/endpoints.ts";
import { DisposableStore, type Disposable } from "../core/event.ts";
import { unreachableBecause } from "../core/outline/outline.ts";
import { Refresher } from "../core/refresher.ts";
import type { Watched } from "../core/watchers.ts";
import type { NetworkConfiguration } from "./networkConfiguration.ts";
import { onDidChangeSetting, settings } from "./settings.ts";

/** What the status bar shows. */
const statusBarIds = ["buildInfo", "updateCheck", "user"] as const;

/** Keeps what is on screen fresh while the window has the focus; loads the active deployment at the start. */
export function registerRefresher(
	deployments: Deployments,
	view: vscode.TreeView<unknown>,
	network: NetworkConfiguration,
): Disposable {
	const watched = (): Watched => {
		if (!vscode.window.state.focused) return [];
		if (view.visible)
			return deployments.list.map((deployment) => ({ deployment, ids: endpointIds }));
		const { active } = deployments;
		return active && settings.statusBarEnabled() ? [{ deployment: active, ids: statusBarIds }] : [];
	};
	const store = new DisposableStore();
	const refresher = store.add(new Refresher(watched));
	const wake = (): void => {
		refresher.wake();
	};
	store.add(deployments.onDidChange(wake));
	store.add(deployments.onDidChangeInside(wake));
	store.add(view.onDidChangeVisibility(wake));
	store.add(vscode.window.onDidChangeWindowState(wake));
	store.add(onDidChangeSetting("statusBar.enabled", wake));
	// What was out of reach may be within it by the new settings: that does not wait for the next try.
	store.add(
		network.onDidChange(() => {
			for (const deployment of deployments.list) {
				if (unreachableBecause(deployment.snapshot)) void deployment.refresh();
			}
		}),
	);
	// Activation comes first; the first requests follow when it is over.
	const first = setTimeout(() => {
		void deployments.active?.refresh();
	}, 0);
	store.add({
		dispose: () => {
			clearTimeout(first);
		},
	});
	return store;
}
