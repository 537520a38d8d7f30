import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import type { Notification, NotificationTarget } from "../../core/notifications/notification.ts";
import type { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import { rowId } from "../../core/overview/rowIds.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import type { Reveal } from "../app/reveal.ts";
import { showInformation, showWarning } from "../messages/messages.ts";
import { switchOff } from "./notificationSettings.ts";

/** Shows a notification and does what its buttons say. */
export async function tell(
	notification: Notification,
	muting: UpdateMuting,
	reveal: Reveal,
): Promise<void> {
	const { kind, deployment, message, place } = notification;
	const { key } = deployment.saved;
	if (kind === "updateAvailable") {
		const { showUpdate: tellOfUpdate } = await import("./updateNotification.ts");
		await tellOfUpdate(message, deployment, muting);
		return;
	}
	const signIn = t("Sign In Again");
	if (kind === "sessionEnded") {
		const answer = await showWarning(message, signIn);
		if (answer === signIn) await vscode.commands.executeCommand(commandIds.signInAgain, key);
		return;
	}
	const [show, stop] = [t("Show"), t("Don't Show Again")];
	const answer = await showInformation(message, show, stop);
	if (answer === show && place) await open(place, key, reveal);
	if (answer === stop) await switchOff(`notifications.${kind}`, undefined);
}

async function open(place: NotificationTarget, key: string, reveal: Reveal): Promise<void> {
	if ("command" in place) {
		await vscode.commands.executeCommand(place.command, key, place.argument);
	} else {
		await reveal(rowId(key, place.section));
	}
}
