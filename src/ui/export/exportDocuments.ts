import type * as vscode from "vscode";
import type { ExportChoices, ExportFormat } from "../../core/export/choices.ts";
import { exportQuery, readExportQuery } from "../../core/export/exportQuery.ts";
import { exportText } from "../../core/export/exportText.ts";
import { t } from "../../core/base/l10n.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { DrawnDocument } from "../app/documents.ts";
import { exportFacts, loadedConfig } from "../app/loadedConfig.ts";
import { exportAuthority } from "./exportAuthority.ts";
import { exportFiles } from "./exportFiles.ts";
import { documentUri } from "../app/documentUri.ts";

/**
 * Returns the URI of an export. It contains everything that the document is generated from, so that the document can be
 * restored after a reload. VS Code doesn't ask to save it, because it can be generated again at any time.
 */
export function exportUri(
	deployment: Deployment,
	format: ExportFormat,
	choices: ExportChoices,
): vscode.Uri {
	const query = exportQuery({ deployment: deployment.saved.key, format, ...choices });
	return documentUri(deployment, exportFiles[format]().fileName, query, exportAuthority);
}

/** Generates the export of a URI. */
export async function drawExport(
	uri: vscode.Uri,
	find: (key: string) => Deployment | undefined,
): Promise<DrawnDocument> {
	const query = readExportQuery(uri.query);
	if (!query) throw new Error(t("This document doesn't exist."));
	const deployment = find(query.deployment);
	if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
	const config = await loadedConfig(deployment);
	return { text: exportText(config, query.format, exportFacts(deployment), query) };
}
