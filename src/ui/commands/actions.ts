import { accountName } from "../../core/deployments/accountName.ts";
import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { readUpdate } from "../../core/coder/updateState.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import type { PickItem } from "../messages/pickItem.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import { openWeb } from "../app/openWeb.ts";

interface Action extends PickItem {
	readonly run: () => unknown;
}

/** Shows the quick pick of the status bar item. */
export async function showActions(deployment: Deployment, several: boolean): Promise<void> {
	const { saved, snapshot } = deployment;
	const update = readUpdate(snapshot.updateCheck.value, snapshot.buildInfo.value);
	const command = (icon: string, label: string, id: string): Action => ({
		icon,
		label,
		// Switching asks for a deployment. All other actions are about this one.
		run: () =>
			vscode.commands.executeCommand(
				id,
				...(id === commandIds.switchDeployment ? [] : [saved.key]),
			),
	});
	const preview = command("checklist", t("Preview Upgrade"), commandIds.previewUpgrade);
	const actions: Action[] = [
		...(update.kind === "available"
			? [
					{
						icon: "arrow-circle-up",
						label: t("Release Notes of {0}", update.latest),
						run: () => openWeb(update.url),
					},
					preview,
				]
			: []),
		command("settings-gear", t("Open Configuration"), commandIds.openConfiguration),
		command("link-external", t("Open Dashboard"), commandIds.openDashboard),
		command("go-to-file", t("Go to Option"), commandIds.goToOption),
		command("git-compare", t("Compare Configuration With…"), commandIds.compareConfiguration),
		command("export", t("Export Configuration"), commandIds.exportConfiguration),
		command("graph-line", t("Open Statistics"), commandIds.openStatistics),
		command("refresh", t("Refresh"), commandIds.refresh),
		command("sync", t("Check for Updates"), commandIds.checkForUpdates),
		...(update.kind === "available" ? [] : [preview]),
		command("copy", t("Copy Deployment ID"), commandIds.copyDeploymentId),
		command("clippy", t("Copy Deployment Summary"), commandIds.copySummary),
		...(several
			? [command("arrow-swap", t("Switch Deployment"), commandIds.switchDeployment)]
			: []),
		command("output", t("Show Log"), commandIds.showLog),
		command("sign-in", t("Sign In"), commandIds.signIn),
		command("sign-out", t("Sign Out"), commandIds.signOut),
	];
	const picked = await askQuickPick(actions, {
		title: saved.name,
		placeholder: t("{0}, signed in as {1}", saved.url, accountName(saved.account)),
	});
	await picked?.run();
}
