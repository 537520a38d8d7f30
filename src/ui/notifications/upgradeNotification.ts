import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import { releaseUrl } from "../../core/coder/links.ts";
import { stateOf } from "../../core/deployments/slot.ts";
import { buildKind, shortVersion } from "../../core/coder/updateState.ts";
import type {
	Upgrade,
	UpgradeNotifications,
} from "../../core/notifications/upgradeNotifications.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import type { History } from "../../core/history/history.ts";
import { showInformation } from "../messages/messages.ts";
import { openWeb } from "../app/openWeb.ts";
import { settings } from "../app/settings.ts";

/** Says once that a deployment's server has another version, unless nothing is to be told of updates. */
export function registerUpgradeNotifications(
	deployments: Deployments,
	upgrades: UpgradeNotifications,
	history: History,
): Disposable {
	return deployments.onDidChangeDeployment((deployment) => {
		const upgrade = upgrades.next(deployment);
		if (upgrade && settings.updateNotification()) void tell(deployment, upgrade, history);
	});
}

async function tell(deployment: Deployment, upgrade: Upgrade, history: History): Promise<void> {
	const [changes, notes] = [t("Show Changes"), t("Release Notes")];
	const readable = stateOf(deployment.snapshot.deploymentConfig) !== "forbidden";
	const answer = await showInformation(
		sentence(deployment.saved.name, upgrade),
		...(readable ? [changes] : []),
		...(buildKind(upgrade.to) === "release" ? [notes] : []),
	);
	if (answer === notes) await openWeb(releaseUrl(upgrade.to));
	if (answer === changes) await showChanges(deployment, upgrade, history);
}

function sentence(name: string, { from, to, kind }: Upgrade): string {
	switch (kind) {
		case "upgraded":
			return t("{0} was upgraded from {1} to {2}.", name, shortVersion(from), shortVersion(to));
		case "downgraded":
			return t("{0} was downgraded from {1} to {2}.", name, shortVersion(from), shortVersion(to));
		case "rebuilt":
			return t(
				"{0} runs a different build of the same version: {2} instead of {1}.",
				name,
				from,
				to,
			);
	}
}

/** Opens the comparison of before and after, or asks what to compare with where the history does not know of it. */
async function showChanges(
	{ saved }: Deployment,
	{ to }: Upgrade,
	history: History,
): Promise<void> {
	const { events } = await history.log(saved.key);
	const event = events.find(({ changes }) =>
		changes.some(({ kind, text }) => kind === "version" && text.includes(to)),
	);
	await vscode.commands.executeCommand(commandIds.compareConfiguration, saved.key, event?.id);
}
