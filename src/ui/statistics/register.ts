import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { registerPanels } from "../panels/registerPanels.ts";
import { StatsRecorder } from "./statsRecorder.ts";

/** Registers the recording of statistics, and the panels that plot them. */
export function registerStatistics(services: Services): void {
	const { commands, deployments, samples, subscriptions, watchers } = services;
	const recorder = new StatsRecorder(samples);
	const panels = registerPanels(services, "coderDeployment.statistics", async (pages) =>
		(await import("./statsPanels.ts")).statsPanels({ ...pages, deployments, samples, watchers }),
	);
	subscriptions.add(
		deployments.onDidChangeDeployment((deployment) => {
			recorder.look(deployment);
		}),
	);
	commands.onDeployment(commandIds.openStatistics, async (deployment) => {
		(await panels()).show(deployment.saved.key);
	});
	commands.onDeployment(commandIds.clearStatistics, async (deployment) => {
		const { clearStatistics } = await import("./statsCommands.ts");
		await clearStatistics(deployment, samples);
	});
}
