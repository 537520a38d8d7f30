import type * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, type Disposable, type Event } from "../../core/base/event.ts";
import { outline, type MoreSection } from "../../core/overview/outline.ts";
import type { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import { withViewProgress } from "../messages/progress.ts";
import type { NetworkConfiguration } from "../app/networkConfiguration.ts";
import { overviewId } from "../app/names.ts";
import type { StatsFeature } from "../statistics/stats.ts";
import { OverviewTree, type Row } from "./tree.ts";
import { Welcome } from "./welcome.ts";

/** The view in the sidebar. */
export interface Overview extends Disposable {
	readonly tree: OverviewTree;
	/** Shows rows where the view has a welcome text. */
	readonly showRows: () => void;
}

/** A section that a feature adds, and when it has to be drawn again besides changes of the deployments. */
export interface SectionSource {
	readonly section: MoreSection;
	readonly onDidChange: Event<void>;
}

/** Shows the tree and keeps it in step with what is known. */
export function registerOverview(
	deployments: Deployments,
	view: vscode.TreeView<Row>,
	network: NetworkConfiguration,
	muting: UpdateMuting,
	more: readonly SectionSource[],
	trend: StatsFeature["trend"],
): Overview {
	const store = new DisposableStore();
	const sections = more.map(({ section }) => section);
	const welcome = new Welcome(deployments, view);
	const tree = store.add(
		new OverviewTree(trend, () =>
			outline(
				welcome.deployments,
				deployments.active,
				Date.now(),
				sections,
				(url) => network.insecureBecause(url),
				(key) => muting.muted(key),
			),
		),
	);
	const show = (): void => {
		welcome.tell();
		tree.update();
	};
	// Several slots often land at once; one redraw a moment is enough for all of them.
	let pending: ReturnType<typeof setTimeout> | undefined;
	const update = (): void => {
		pending ??= setTimeout(() => {
			pending = undefined;
			show();
		}, 20);
	};
	welcome.tell();
	store.add(view.onDidChangeVisibility(update));
	store.add(deployments.onDidChange(update));
	store.add(deployments.onDidChangeInside(update));
	store.add(network.onDidChange(update));
	store.add(muting.onDidChange(update));
	for (const { onDidChange } of more) store.add(onDidChange(update));
	store.add({
		dispose: () => {
			clearTimeout(pending);
		},
	});
	return {
		tree,
		showRows: () => {
			welcome.decline();
			show();
		},
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
	await withViewProgress(overviewId, () => deployment.refresh(...args));
}
