import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { NotificationSetting } from "../../core/notifications/notificationSetting.ts";
import { userSetting, writeUserSetting } from "../app/userSettings.ts";
import { showInformation } from "../messages/messages.ts";

/** Turns off the setting of a kind of notification, confirms that, and offers to undo it. */
export async function turnOff({ name, default: usual }: NotificationSetting): Promise<void> {
	const setting = `coderDeployment.${name}`;
	const before = userSetting(setting);
	// A setting that is off by default is removed from the user settings.
	await writeUserSetting(setting, usual === true ? false : undefined);
	const [undo, open] = [t("Undo"), t("Open Settings")];
	const answer = await showInformation(
		t("Notification turned off. You can turn it on again in Settings ({0}).", setting),
		undo,
		open,
	);
	if (answer === undo) await writeUserSetting(setting, before);
	if (answer === open)
		await vscode.commands.executeCommand("workbench.action.openSettings", setting);
}
