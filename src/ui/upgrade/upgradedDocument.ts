import type * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { isJsonObject, parseJson } from "../../core/base/json.ts";
import { t } from "../../core/base/l10n.ts";
import { exportText } from "../../core/export/exportText.ts";
import { readTarget, type UpgradeTarget } from "../../core/upgrade/target.ts";
import { upgradedOptions } from "../../core/upgrade/upgradedOptions.ts";
import { showDocument, type DrawnDocument } from "../app/documents.ts";
import { exportFacts, loadedConfig } from "../app/loadedConfig.ts";
import { readUpgrade } from "./readUpgrade.ts";
import { documentUri } from "../app/documentUri.ts";

/** The file name of the document that {@link openUpgraded} shows. */
export const upgradedFileName = "upgraded.env";

/** Shows a deployment's options under the names in the later version. */
export async function openUpgraded(
	deployment: Deployment,
	target: UpgradeTarget | undefined,
): Promise<void> {
	const query = JSON.stringify({ deployment: deployment.saved.key, target });
	await showDocument(documentUri(deployment, upgradedFileName, query));
}

/** Generates the document for {@link openUpgraded}. */
export async function drawUpgraded(
	{ query }: vscode.Uri,
	deployments: Deployments,
): Promise<DrawnDocument> {
	const read = parseJson(query);
	const { deployment: key, target } = isJsonObject(read) ? read : {};
	const deployment = typeof key === "string" ? deployments.find(key) : undefined;
	if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
	const { to, problem = "" } = await readUpgrade(
		deployment,
		readTarget(target),
		deployments,
		false,
	);
	if (!to) throw new Error(problem);
	const config = await loadedConfig(deployment);
	const options = upgradedOptions(config.options, to);
	const facts = { ...exportFacts(deployment), version: to.name };
	const choices = { options: "changed", deprecated: "replace" } as const;
	return { text: exportText({ ...config, options }, "env", facts, choices) };
}
