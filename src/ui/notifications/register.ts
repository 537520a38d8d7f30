import { UpgradeNotices } from "../../core/notifications/upgradeNotices.ts";
import type { Services } from "../app/services.ts";
import { commandIds } from "../commands/commandIds.ts";
import { registerNotices } from "./notices.ts";
import { checkForUpdates } from "./checkForUpdates.ts";
import { registerUpgradeNotice } from "./upgradeNotice.ts";

/** Tells what people want to be told, and lets them ask for updates, and for their notices again. */
export function registerNotifications(services: Services): void {
	const { commands, deployments, front, history, muting, subscriptions } = services;
	subscriptions.add(registerNotices(services));
	const upgrades = new UpgradeNotices(front.context.globalState);
	subscriptions.add(registerUpgradeNotice(deployments, upgrades, history));
	commands.onDeployment(commandIds.checkForUpdates, checkForUpdates);
	commands.onDeployment(commandIds.unmuteUpdates, async (deployment) => {
		const { unmuteUpdates } = await import("./unmuteUpdates.ts");
		await unmuteUpdates(deployment, muting);
	});
}
