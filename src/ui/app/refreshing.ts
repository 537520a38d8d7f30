import * as vscode from "vscode";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { Refresher } from "../../core/deployments/refresher.ts";
import { unreachableBecause } from "../../core/deployments/condition.ts";
import type { Services } from "./services.ts";

/** Keeps what is on screen fresh while the window has the focus. */
export function registerRefresher({ deployments, network, watchers }: Services): Disposable {
	const store = new DisposableStore();
	const refresher = store.add(
		new Refresher(() => (vscode.window.state.focused ? watchers.watched() : [])),
	);
	const wake = (): void => {
		refresher.wake();
	};
	store.add(deployments.onDidChange(wake));
	store.add(
		deployments.onDidChangeDeployment((deployment) => {
			refresher.wake(deployment);
		}),
	);
	store.add(watchers.onDidChange(wake));
	store.add(vscode.window.onDidChangeWindowState(wake));
	// The new settings may reach what was unreachable, so don't wait for the next attempt.
	store.add(
		network.onDidChange(() => {
			for (const deployment of deployments.list) {
				if (unreachableBecause(deployment.snapshot)) void deployment.refresh();
			}
		}),
	);
	// Activation comes first; requests start afterward.
	const first = setTimeout(wake, 0);
	store.add({
		dispose: () => {
			clearTimeout(first);
		},
	});
	return store;
}
