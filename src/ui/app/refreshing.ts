import * as vscode from "vscode";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { unreachableBecause } from "../../core/overview/outline.ts";
import { Refresher } from "../../core/deployments/refresher.ts";
import type { NetworkConfiguration } from "./networkConfiguration.ts";
import { registerSurfaces, type SurfaceParts } from "./visibleEndpoints.ts";

/** What is kept fresh, and what decides whether it can be reached. */
export interface RefreshParts extends SurfaceParts {
	readonly network: NetworkConfiguration;
}

/** Keeps what is on screen fresh while the window has the focus. */
export function registerRefresher(parts: RefreshParts): Disposable {
	const { deployments, network, watchers } = parts;
	const store = new DisposableStore();
	store.add(registerSurfaces(parts));
	const refresher = store.add(
		new Refresher(() => (vscode.window.state.focused ? watchers.watched() : [])),
	);
	const wake = (): void => {
		refresher.wake();
	};
	store.add(deployments.onDidChange(wake));
	store.add(deployments.onDidChangeInside(wake));
	store.add(watchers.onDidChange(wake));
	store.add(vscode.window.onDidChangeWindowState(wake));
	// What was out of reach may be within it by the new settings: that does not wait for the next try.
	store.add(
		network.onDidChange(() => {
			for (const deployment of deployments.list) {
				if (unreachableBecause(deployment.snapshot)) void deployment.refresh();
			}
		}),
	);
	// Activation comes first; the first requests follow when it is over.
	const first = setTimeout(wake, 0);
	store.add({
		dispose: () => {
			clearTimeout(first);
		},
	});
	return store;
}
