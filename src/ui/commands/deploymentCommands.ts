import {
	namedPart,
	type Deployment,
	type ListedDeployment,
} from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { deploymentItem } from "../../core/overview/deploymentItem.ts";
import { askText } from "../messages/inputBox.ts";
import { askModal } from "../messages/messages.ts";
import { askQuickPick } from "../messages/quickPick.ts";
import { openWeb } from "../app/openWeb.ts";
import { refreshWithProgress } from "../app/refreshWithProgress.ts";
import { showActions } from "./actions.ts";
import { isRow } from "../app/row.ts";
import type { Services } from "../app/services.ts";

/** Registers the commands about a deployment and about the list of deployments. */
export function registerDeploymentCommands(services: Services): void {
	const { commands, deployments, history, samples } = services;
	commands.onDeployment(commandIds.refresh, (deployment, _target, ids) =>
		refreshWithProgress(deployment, Array.isArray(ids) ? (ids as never) : undefined),
	);
	commands.onDeployment(commandIds.refreshSection, (deployment, row) =>
		refreshWithProgress(deployment, isRow(row) ? row.node.refreshes : undefined),
	);
	commands.onDeployment(commandIds.openDashboard, ({ saved }) => openWeb(saved.url));
	commands.onDeployment(commandIds.showActions, (deployment) =>
		showActions(deployment, deployments.list.length > 1),
	);
	commands.onDeployment(commandIds.makeActive, (deployment) => deployments.switchTo(deployment));
	commands.on(commandIds.switchDeployment, async (target) => {
		const chosen = commands.find(target) ?? (await pickDeployment(deployments));
		if (chosen) await deployments.switchTo(chosen);
	});
	commands.onListed(commandIds.renameDeployment, (listed) => rename(deployments, listed));
	commands.onListed(commandIds.moveDeploymentUp, (listed) => {
		const index = deployments.listed.indexOf(listed);
		return index > 0 ? deployments.move(listed, deployments.listed[index - 1]) : undefined;
	});
	commands.onListed(commandIds.moveDeploymentDown, (listed) =>
		deployments.move(listed, deployments.listed[deployments.listed.indexOf(listed) + 2]),
	);
	commands.onListed(commandIds.removeDeployment, async (listed) => {
		const { key, name } = namedPart(listed);
		if (!(await confirmRemoval(name))) return;
		await deployments.remove(listed);
		await history.clear(key);
		await samples.clear(key);
	});
}

/** Asks for one of the deployments. */
export async function pickDeployment(deployments: Deployments): Promise<Deployment | undefined> {
	const items = deployments.list.map((deployment) => ({
		...deploymentItem(deployment),
		...(deployment === deployments.active ? { icon: "check" } : {}),
		detail: deployment.saved.url,
		deployment,
	}));
	const picked = await askQuickPick(items, {
		title: t("Switch Deployment"),
		placeholder: t("Select the deployment to use"),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return picked?.deployment;
}

async function rename(deployments: Deployments, listed: ListedDeployment): Promise<void> {
	const before = namedPart(listed);
	const name = await askText(
		{
			title: t("Rename {0}", before.name),
			prompt: t("Enter a name for the deployment at {0}.", before.url),
			value: before.name,
		},
		(text) => (text.trim() === "" ? t("Enter a name.") : undefined),
	);
	if (name !== undefined) await deployments.rename(listed, name.trim());
}

async function confirmRemoval(name: string): Promise<boolean> {
	const go = t("Remove");
	const answer = await askModal(
		t("Remove {0}?", name),
		t(
			"Removes its session token, account, address, history, and statistics from this machine. The deployment itself isn't affected.",
		),
		go,
	);
	return answer === go;
}
