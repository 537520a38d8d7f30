import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { watchForNotifications } from "./watchForNotifications.ts";
import { checkForUpdates } from "./checkForUpdates.ts";

/** Tells what people want to be told, and lets them ask for updates, and for their notifications again. */
export function registerNotifications(services: Services): void {
	const { commands, muting, subscriptions } = services;
	subscriptions.add(watchForNotifications(services));
	commands.onDeployment(commandIds.checkForUpdates, checkForUpdates);
	commands.onDeployment(commandIds.unmuteUpdates, async (deployment) => {
		const { unmuteUpdates } = await import("./unmuteUpdates.ts");
		await unmuteUpdates(deployment, muting);
	});
}
