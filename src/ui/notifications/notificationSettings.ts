import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import {
	readWanted,
	type OptionalNotificationId,
	type Wanted,
} from "../../core/notifications/notification.ts";
import { showInformation } from "../messages/messages.ts";
import { userSetting, writeUserSetting } from "../app/userSettings.ts";

/** The settings of the notifications that people choose. */
const notificationNames: Readonly<Record<OptionalNotificationId, string>> = {
	configurationChanged: "notifications.configurationChanged",
	experimentsChanged: "notifications.experimentsChanged",
	highFindings: "notifications.highFindings",
	failedWorkspaces: "notifications.failedWorkspaces",
	latency: "notifications.latency",
	tokenEndsSoon: "notifications.tokenEndsSoon",
	healthWorse: "notifications.healthWorse",
	licenseEndsSoon: "notifications.licenseEndsSoon",
};

/** What a notification's setting asks for. */
export function wantedOf(id: OptionalNotificationId): Wanted {
	return readWanted(id, userSetting(`coderDeployment.${notificationNames[id]}`));
}

/**
 * Takes a setting out of the user's settings or gives it a value, says so, and offers to take that back.
 *
 * @param name without `coderDeployment.`
 * @param value `undefined` leaves it to its default
 */
export async function switchOff(name: string, value: false | undefined): Promise<void> {
	const setting = `coderDeployment.${name}`;
	const before = userSetting(setting);
	await writeUserSetting(setting, value);
	const [undo, open] = [t("Undo"), t("Open Settings")];
	const answer = await showInformation(
		t("Notification turned off. You can turn it on again in Settings ({0}).", setting),
		undo,
		open,
	);
	if (answer === undo) {
		await writeUserSetting(setting, before);
	}
	if (answer === open) {
		await vscode.commands.executeCommand("workbench.action.openSettings", setting);
	}
}
