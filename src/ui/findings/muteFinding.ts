import * as vscode from "vscode";
import {
	everywhere,
	mute,
	readMuted,
	unmute,
	type MutedFindings,
} from "../../core/findings/muting.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { showInformation } from "../messages/messages.ts";
import { userSetting, writeUserSetting } from "../app/userSettings.ts";

/**
 * Mutes a rule in the user's settings, and offers to take it back.
 *
 * @param deployment the only one at which it is muted; without one it is muted everywhere
 */
export async function muteFinding(rule: string, deployment: Deployment | undefined): Promise<void> {
	// The URL reads well in settings, and stays when the deployment is renamed.
	const place = deployment?.known.url ?? everywhere;
	await change((muted) => mute(muted, place, rule));
	const undo = t("Undo");
	const open = t("Open Settings");
	const answer = await showInformation(
		deployment
			? t("Muted “{0}” for {1}.", rule, deployment.known.name)
			: t("Muted “{0}” for all deployments.", rule),
		undo,
		open,
	);
	if (answer === undo) await change((muted) => unmute(muted, place, rule));
	if (answer === open) {
		await vscode.commands.executeCommand(
			"workbench.action.openSettings",
			"coderDeployment.mutedFindings",
		);
	}
}

async function change(edit: (muted: MutedFindings) => MutedFindings): Promise<void> {
	const setting = "coderDeployment.mutedFindings";
	const muted = edit(readMuted(userSetting(setting)));
	// A setting that says nothing is taken out of the user's file.
	await writeUserSetting(setting, Object.keys(muted).length === 0 ? undefined : muted);
}
