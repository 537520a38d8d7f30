import * as vscode from "vscode";
import {
	everywhere,
	mute,
	readMuted,
	unmuteFor,
	type MutedFindings,
} from "../../core/findings/muting.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { showInformation } from "../messages/messages.ts";
import { userSetting, writeUserSetting } from "../app/userSettings.ts";

/** A rule: its name in settings, and its title for users. */
export interface MutedRule {
	readonly rule: string;
	readonly title: string;
}

/**
 * Mutes a rule in the user settings, and offers to undo that.
 *
 * @param deployment the only deployment for which the rule is muted; if missing, it is muted everywhere
 */
export async function muteFinding(
	{ rule, title }: MutedRule,
	deployment: Deployment | undefined,
): Promise<void> {
	// The URL is readable in settings, and doesn't change when the deployment is renamed.
	const place = deployment?.saved.url ?? everywhere;
	const before = readSetting();
	await writeSetting(mute(before, place, rule));
	const message = deployment
		? t("Muted “{0}” for {1}.", title, deployment.saved.name)
		: t("Muted “{0}” for all deployments.", title);
	await offerUndo(message, before);
}

/** Unmutes a rule wherever it was muted for a deployment, and offers to undo that. */
export async function unmuteFinding(
	{ rule, title }: MutedRule,
	{ saved }: Deployment,
): Promise<void> {
	const before = readSetting();
	const after = unmuteFor(before, saved, rule);
	await writeSetting(after.muted);
	const message = after.everywhere
		? t("Unmuted “{0}” for all deployments.", title)
		: t("Unmuted “{0}” for {1}.", title, saved.name);
	await offerUndo(message, before);
}

async function offerUndo(message: string, before: MutedFindings): Promise<void> {
	const undo = t("Undo");
	const open = t("Open Settings");
	const answer = await showInformation(message, undo, open);
	if (answer === undo) await writeSetting(before);
	if (answer === open) {
		await vscode.commands.executeCommand("workbench.action.openSettings", setting);
	}
}

const setting = "coderDeployment.mutedFindings";

const readSetting = (): MutedFindings => readMuted(userSetting(setting));

async function writeSetting(muted: MutedFindings): Promise<void> {
	// Removes the setting if it no longer contains anything.
	await writeUserSetting(setting, Object.keys(muted).length === 0 ? undefined : muted);
}
