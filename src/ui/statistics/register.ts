import * as vscode from "vscode";
import { lazy } from "../../core/base/lazy.ts";
import type { Services } from "../app/services.ts";
import { commandIds } from "../commands/commandIds.ts";
import { StatsRecorder } from "./statsRecorder.ts";

/** Keeps samples of statistics, and draws them in panels. */
export function registerStatistics(services: Services): void {
	const { commands, deployments, samples, subscriptions } = services;
	const recorder = new StatsRecorder(samples);
	const panels = subscriptions.add(
		lazy(async () => {
			const { StatsPanels } = await import("./statsPanels.ts");
			const { front, log, watchers } = services;
			const { extensionUri } = front.context;
			return new StatsPanels({ extensionUri, deployments, samples, watchers, log });
		}),
	);
	subscriptions.add(
		deployments.onDidChangeInside((deployment) => {
			recorder.look(deployment);
		}),
	);
	subscriptions.add(
		vscode.window.registerWebviewPanelSerializer("coderDeployment.statistics", {
			deserializeWebviewPanel: async (panel, state) => {
				(await panels.get()).restore(panel, state);
			},
		}),
	);
	commands.onDeployment(commandIds.openStatistics, async (deployment) => {
		(await panels.get()).show(deployment.known.key);
	});
	commands.onDeployment(commandIds.clearStatistics, async (deployment) => {
		const { clearStatistics } = await import("./statsCommands.ts");
		await clearStatistics(deployment, samples);
	});
}
