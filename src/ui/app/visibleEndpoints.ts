import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { endpointIds } from "../../core/coder/endpoints.ts";
import { DisposableStore, Emitter, type Disposable } from "../../core/base/event.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";
import { documentScheme } from "./names.ts";
import { OpenDeployments } from "./openDeployments.ts";
import { onDidChangeSetting, settings } from "./settings.ts";
import type { OverviewTree, Row } from "../overview/tree.ts";

/** Where surfaces show something of deployments. */
export interface SurfaceParts {
	readonly deployments: Deployments;
	readonly view: vscode.TreeView<Row>;
	readonly tree: OverviewTree;
	readonly watchers: Watchers;
}

const statusBarIds = ["buildInfo", "updateCheck", "user"] as const;

/** What a deployment's own row in the view shows while it is closed. */
const closedIds = ["buildInfo", "user"] as const;

const documentIds = ["deploymentConfig", "buildInfo"] as const;

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

/** Says what view, status bar, badge and documents show of deployments; panels say it for themselves. */
export function registerSurfaces(parts: SurfaceParts): Disposable {
	const store = new DisposableStore();
	for (const watch of [watchView, watchStatusBar, watchBadge, watchDocuments]) {
		store.add(watch(parts));
	}
	return store;
}

function watchView({ deployments, view, tree, watchers }: SurfaceParts): Disposable {
	const store = new DisposableStore();
	const open = store.add(new OpenDeployments(view, tree));
	const changed = store.add(new Emitter<void>());
	for (const event of [view.onDidChangeVisibility, open.onDidChange]) {
		store.add(
			event(() => {
				changed.fire();
			}),
		);
	}
	const idsOf = (key: string) => (open.has(key) ? endpointIds : closedIds);
	store.add(
		watchers.add(
			() =>
				(view.visible ? deployments.list : []).map((deployment) => ({
					deployment,
					ids: idsOf(deployment.known.key),
				})),
			changed.event,
		),
	);
	return store;
}

function watchStatusBar({ deployments, watchers }: SurfaceParts): Disposable {
	return watchers.add(
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
	);
}

function watchBadge({ deployments, watchers }: SurfaceParts): Disposable {
	return watchers.add(() =>
		deployments.list.map((deployment) => ({
			deployment,
			ids: badgeIds,
			patienceMs: badgePatienceMs,
		})),
	);
}

function watchDocuments({ deployments, watchers }: SurfaceParts): Disposable {
	const isShown = (key: string): boolean =>
		vscode.window.visibleTextEditors.some(
			({ document: { uri } }) => uri.scheme === documentScheme && uri.query === key,
		);
	return watchers.add(
		() =>
			deployments.list
				.filter(({ known }) => isShown(known.key))
				.map((deployment) => ({ deployment, ids: documentIds })),
		vscode.window.onDidChangeVisibleTextEditors,
	);
}
