import * as vscode from "vscode";
import type { Deployments } from "../core/deployments.ts";
import { endpointIds } from "../core/endpoints.ts";
import { DisposableStore, Emitter, type Disposable } from "../core/event.ts";
import { unreachableBecause } from "../core/outline/outline.ts";
import { Refresher } from "../core/refresher.ts";
import type { Watchers } from "../core/watchers.ts";
import type { NetworkConfiguration } from "./networkConfiguration.ts";
import { documentScheme } from "./names.ts";
import { OpenDeployments } from "./openDeployments.ts";
import { onDidChangeSetting, settings } from "./settings.ts";
import type { OverviewTree, Row } from "./tree.ts";

/** What is kept fresh, and for whom. */
export interface RefreshParts {
	readonly deployments: Deployments;
	readonly view: vscode.TreeView<Row>;
	readonly tree: OverviewTree;
	readonly network: NetworkConfiguration;
	/** The surfaces; those without a panel are added here, panels add themselves. */
	readonly watchers: Watchers;
}

/** What the status bar shows. */
const statusBarIds = ["buildInfo", "updateCheck", "user"] as const;

/** What the badge counts: updates, sessions that end, findings. It is seen while the view is not. */
const badgeIds = [
	"buildInfo",
	"updateCheck",
	"user",
	"apiKey",
	"deploymentConfig",
	"experiments",
	"experimentsAvailable",
] as const;

/** For a number at the edge of the window an hour is often enough; answers are fresh for a quarter of it. */
const badgePatienceMs = 45 * 60_000;

/** What a document shows. */
const documentIds = ["deploymentConfig", "buildInfo"] as const;

/** What a deployment's own row shows while it is closed. */
const closedIds = ["buildInfo", "user"] as const;

/** Keeps what is on screen fresh while the window has the focus. */
export function registerRefresher(parts: RefreshParts): Disposable {
	const { deployments, network, watchers } = parts;
	const store = new DisposableStore();
	watchView(parts, store);
	watchStatusBar(parts, store);
	watchDocuments(parts, store);
	watchBadge(parts, store);
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

function watchView({ deployments, view, tree, watchers }: RefreshParts, store: DisposableStore) {
	const open = store.add(new OpenDeployments(view, tree));
	const shown = store.add(new Emitter<void>());
	for (const event of [view.onDidChangeVisibility, open.onDidChange]) {
		store.add(
			event(() => {
				shown.fire();
			}),
		);
	}
	store.add(
		watchers.add(
			() =>
				view.visible
					? deployments.list.map((deployment) => ({
							deployment,
							ids: open.has(deployment.known.key) ? endpointIds : closedIds,
						}))
					: [],
			shown.event,
		),
	);
}

function watchStatusBar({ deployments, watchers }: RefreshParts, store: DisposableStore) {
	store.add(
		watchers.add(
			() => {
				const { active } = deployments;
				return active && settings.statusBarEnabled()
					? [{ deployment: active, ids: statusBarIds }]
					: [];
			},
			(listener) =>
				onDidChangeSetting("statusBar.enabled", () => {
					listener(undefined);
				}),
		),
	);
}

function watchDocuments({ deployments, watchers }: RefreshParts, store: DisposableStore) {
	const isShown = (key: string): boolean =>
		vscode.window.visibleTextEditors.some(
			({ document: { uri } }) => uri.scheme === documentScheme && uri.query === key,
		);
	store.add(
		watchers.add(
			() =>
				deployments.list
					.filter(({ known }) => isShown(known.key))
					.map((deployment) => ({ deployment, ids: documentIds })),
			vscode.window.onDidChangeVisibleTextEditors,
		),
	);
}

function watchBadge({ deployments, watchers }: RefreshParts, store: DisposableStore) {
	store.add(
		watchers.add(() =>
			deployments.list.map((deployment) => ({
				deployment,
				ids: badgeIds,
				patienceMs: badgePatienceMs,
			})),
		),
	);
}
