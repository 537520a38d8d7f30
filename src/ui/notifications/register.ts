import type { Services } from "../app/services.ts";
import { updateAttention } from "../../core/notifications/updateAttention.ts";
import { changesOfSetting, settings } from "../app/settings.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { watchForNotifications } from "./watchForNotifications.ts";
import { checkForUpdates } from "./checkForUpdates.ts";

/** Registers notifications, and the commands that check for updates and unmute their notifications. */
export function registerNotifications(services: Services): void {
	const { attention, commands, muting, subscriptions } = services;
	attention.add(
		updateAttention(
			(key, version) => !settings.updateNotification() || muting.isMuted(key, version),
		),
		muting.onDidChange,
		changesOfSetting("updateNotification"),
	);
	subscriptions.add(watchForNotifications(services));
	commands.onDeployment(commandIds.checkForUpdates, checkForUpdates);
	commands.onDeployment(commandIds.unmuteUpdates, async (deployment) => {
		const { unmuteUpdates } = await import("./unmuteUpdates.ts");
		await unmuteUpdates(deployment, muting);
	});
}
