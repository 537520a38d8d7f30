import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { Row } from "../overview/tree.ts";
import type { Trend } from "../../core/statistics/trend.ts";
import type { Samples } from "../../core/statistics/samples.ts";
import type { Watchers } from "../../core/deployments/watchers.ts";
import type { StatsPanels } from "./statsPanels.ts";
import type { StatsRecorder } from "./statsRecorder.ts";

/** What statistics work with. */
export interface StatsParts {
	readonly extensionUri: vscode.Uri;
	/** The folder of this extension that all windows share. */
	readonly storage: vscode.Uri;
	readonly deployments: Deployments;
	readonly watchers: Watchers;
	readonly log: Logger;
}

/** Statistics over time: kept while something is learned, drawn in panels and in tooltips. */
export interface StatsFeature extends Disposable {
	/** Opens the panel of a deployment. */
	readonly open: (deployment: Deployment) => Promise<void>;
	/** What is kept, whether or not it still is. */
	readonly samples: () => Promise<Samples>;
	/** How the number of a row of the tree went lately; nothing where that is not known. */
	readonly trend: (row: Row) => Trend | undefined;
}

/** Keeps samples of statistics and shows them. The code of each is loaded when it is first needed. */
export function registerStats(parts: StatsParts): StatsFeature {
	const { deployments, storage, log } = parts;
	const store = new DisposableStore();
	let recorder: StatsRecorder | undefined;
	let loadingRecorder: Promise<StatsRecorder> | undefined;
	let loadingPanels: Promise<StatsPanels> | undefined;
	const loadRecorder = async (): Promise<StatsRecorder> => {
		const { StatsRecorder } = await import("../app/work.ts");
		return (recorder = store.add(new StatsRecorder(storage, log)));
	};
	const recording = (): Promise<StatsRecorder> => (loadingRecorder ??= loadRecorder());
	const loadPanels = async (): Promise<StatsPanels> => {
		const [{ StatsPanels }, { samples }] = await Promise.all([
			import("../app/onDemand.ts"),
			recording(),
		]);
		return store.add(new StatsPanels({ ...parts, samples }));
	};
	const panels = (): Promise<StatsPanels> => (loadingPanels ??= loadPanels());
	store.add(
		deployments.onDidChangeInside((deployment) => {
			if (deployment.snapshot.deploymentStats.value === undefined) return;
			recording().then(
				(loaded) => {
					loaded.look(deployment);
				},
				(error: unknown) => {
					log.error(`The kept statistics cannot be loaded: ${String(error)}`);
				},
			);
		}),
	);
	store.add(
		vscode.window.registerWebviewPanelSerializer("coderDeployment.statistics", {
			deserializeWebviewPanel: async (panel, state) => {
				(await panels()).restore(panel, state);
			},
		}),
	);
	return {
		open: async (deployment) => {
			(await panels()).show(deployment.known.key);
		},
		samples: async () => (await recording()).samples,
		trend: ({ node, owner }) => {
			const deployment = owner === undefined ? undefined : deployments.find(owner);
			return deployment && recorder?.trend(deployment, node);
		},
		dispose: () => {
			store.dispose();
		},
	};
}
