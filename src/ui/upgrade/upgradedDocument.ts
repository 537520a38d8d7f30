import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { isJsonObject, parseJson } from "../../core/base/json.ts";
import { t } from "../../core/base/l10n.ts";
import { exportText } from "../../core/export/exportText.ts";
import { readTarget, type UpgradeTarget } from "../../core/upgrade/target.ts";
import { upgradedOptions } from "../../core/upgrade/upgradedOptions.ts";
import { showDocument, type DrawnDocument } from "../app/documents.ts";
import { exportFacts, loadedConfig } from "../app/loadedConfig.ts";
import { documentScheme } from "../app/names.ts";
import { readUpgrade } from "./readUpgrade.ts";

/** The file name of the document that {@link openUpgraded} shows. */
export const upgradedFileName = "upgraded.env";

/** Shows a deployment's options under the names in the later version. */
export async function openUpgraded(
	{ saved }: Deployment,
	target: UpgradeTarget | undefined,
): Promise<void> {
	const uri = vscode.Uri.from({
		scheme: documentScheme,
		path: `/${saved.name.replaceAll("/", "-")}/${upgradedFileName}`,
		query: JSON.stringify({ deployment: saved.key, target }),
	});
	await showDocument(uri);
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
