import * as vscode from "vscode";
import type { Deployment } from "../core/deployment.ts";
import type { Deployments } from "../core/deployments.ts";
import { DisposableStore, type Disposable, type Event } from "../core/event.ts";
import { outline, type MoreSection } from "../core/outline/outline.ts";
import type { NetworkConfiguration } from "./networkConfiguration.ts";
import { overviewId } from "./names.ts";
import { OverviewTree } from "./tree.ts";

/** The view in the sidebar. */
export interface Overview extends Disposable {
	readonly tree: OverviewTree;
}

/** A section that a feature adds, and when it has to be drawn again besides changes of the deployments. */
export interface SectionSource {
	readonly section: MoreSection;
	readonly onDidChange: Event<void>;
}

/** Shows the tree and keeps it in step with what is known. */
export function registerOverview(
	deployments: Deployments,
	network: NetworkConfiguration,
	more: readonly SectionSource[],
): Overview {
	const store = new DisposableStore();
	const sections = more.map(({ section }) => section);
	const tree = store.add(
		new OverviewTree(() =>
			outline(deployments.list, deployments.active, Date.now(), sections, (url) =>
				network.insecureBecause(url),
			),
		),
	);
	// Several slots often land at once; one redraw a moment is enough for all of them.
	let pending: ReturnType<typeof setTimeout> | undefined;
	const update = (): void => {
		pending ??= setTimeout(() => {
			pending = undefined;
			tree.update();
		}, 20);
	};
	store.add(deployments.onDidChange(update));
	store.add(deployments.onDidChangeInside(update));
	store.add(network.onDidChange(update));
	for (const { onDidChange } of more) store.add(onDidChange(update));
	store.add({
		dispose: () => {
			clearTimeout(pending);
		},
	});
	return {
		tree,
		dispose: () => {
			store.dispose();
		},
	};
}

/** Refreshes a deployment with the view's progress bar. */
export async function refreshWithProgress(
	deployment: Deployment,
	...args: Parameters<Deployment["refresh"]>
): Promise<void> {
	await vscode.window.withProgress({ location: { viewId: overviewId } }, () =>
		deployment.refresh(...args),
	);
}
