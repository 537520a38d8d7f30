import * as vscode from "vscode";
import type { Notification, NotificationButton } from "../../core/notifications/notification.ts";
import type { UpdateMuting } from "../../core/notifications/updateMuting.ts";
import { rowId } from "../../core/overview/rowIds.ts";
import type { Front } from "../app/front.ts";
import { openWeb } from "../app/openWeb.ts";
import { revealIn } from "../app/reveal.ts";

/** Runs the action of a notification's button. Rarely used actions are loaded on demand. */
export async function act(
	{ deployment }: Notification,
	{ action }: NotificationButton,
	{ front, muting }: { readonly front: Front; readonly muting: UpdateMuting },
): Promise<void> {
	const { key } = deployment.saved;
	if ("section" in action) await revealIn(front)(rowId(key, action.section));
	else if ("command" in action)
		await vscode.commands.executeCommand(action.command, key, action.argument);
	else if ("url" in action) await openWeb(action.url);
	else if ("turnOff" in action) await (await import("./turnOff.ts")).turnOff(action.turnOff);
	else {
		const { askWhatToMute, putOff } = await import("./updateAnswers.ts");
		if ("putOffUpdate" in action) await putOff(deployment, action.putOffUpdate, muting);
		else await askWhatToMute(deployment, action.muteUpdate, muting);
	}
}
