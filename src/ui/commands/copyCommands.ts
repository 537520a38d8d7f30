import * as vscode from "vscode";
import { namedPart, type Deployment } from "../../core/deployments/deployment.ts";
import { t } from "../../core/base/l10n.ts";
import { deploymentSummary } from "../../core/overview/summary.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { showBriefly, showWarning } from "../messages/messages.ts";
import { openWeb } from "../app/openWeb.ts";
import { refreshWithProgress } from "../app/refreshWithProgress.ts";
import type { CommandRegistry } from "../app/commandRegistry.ts";
import { isRow, type Row } from "../app/row.ts";

/** Registers the commands that copy to the clipboard or open the browser. */
export function registerCopyCommands(
	registry: CommandRegistry,
	focused: () => Promise<Row | undefined>,
): void {
	// The keyboard shortcut doesn't pass a row.
	registry.on(commandIds.copyValue, async (target) => {
		const row = isRow(target) ? target : await focused();
		if (row?.node.copy !== undefined) return copy(row.node.copy, row.node.label);
		showBriefly(t("This row has no value to copy."), 3000);
		return undefined;
	});
	registry.onListed(commandIds.copyUrl, (listed) => copy(namedPart(listed).url, t("URL")));
	registry.on(commandIds.openInBrowser, (target) => {
		const url = isRow(target) ? target.node.url : target;
		return typeof url === "string" ? openWeb(url) : undefined;
	});
	registry.onDeployment(commandIds.copyDeploymentId, copyDeploymentId);
	registry.onDeployment(commandIds.copySummary, (deployment) =>
		copy(deploymentSummary(deployment), t("Deployment summary")),
	);
}

async function copy(text: string, what: string): Promise<void> {
	await vscode.env.clipboard.writeText(text);
	showBriefly(t("Copied {0}.", what), 3000);
}

async function copyDeploymentId(deployment: Deployment): Promise<void> {
	if (!deployment.snapshot.buildInfo.value) await refreshWithProgress(deployment, ["buildInfo"]);
	const { value, failure } = deployment.snapshot.buildInfo;
	if (value?.deploymentId) {
		await copy(value.deploymentId, t("Deployment ID"));
		return;
	}
	void showWarning(
		failure
			? `${failure.message} ${failure.advice}`
			: t("This server doesn't report its deployment ID, which was added in v2.11."),
	);
}
