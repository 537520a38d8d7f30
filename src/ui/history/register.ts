import type { Deployment } from "../../core/deployments/deployment.ts";
import { changesSection } from "../../core/overview/changes.ts";
import type { Services } from "../app/services.ts";
import { changesOfSetting, onDidChangeSetting, settings } from "../app/settings.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** Records and shows the changes of deployments, unless the history is turned off. */
export function registerHistory(services: Services): void {
	const { commands, deployments, history, recorder, sections, subscriptions } = services;
	const look = (deployment: Deployment): void => {
		if (settings.historyEnabled()) recorder.look(deployment);
	};
	subscriptions.add(deployments.onDidChangeDeployment(look));
	subscriptions.add(
		deployments.onDidChange(() => {
			recorder.keepOnly(deployments.list);
		}),
	);
	subscriptions.add(
		onDidChangeSetting("history.enabled", () => {
			deployments.list.forEach(look);
		}),
	);
	sections.add(
		(deployment, now) =>
			settings.historyEnabled()
				? changesSection(deployment.saved.key, recorder.changes(deployment), now)
				: undefined,
		recorder.onDidChange,
		changesOfSetting("history.enabled"),
	);
	commands.onDeployment(commandIds.clearHistory, async (deployment) => {
		const { clearHistory } = await import("./historyCommands.ts");
		await clearHistory(deployment, history);
	});
}
