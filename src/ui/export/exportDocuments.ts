import * as vscode from "vscode";
import {
	isExportFormat,
	type ExportChoices,
	type ExportFormat,
} from "../../core/export/choices.ts";
import { exportText } from "../../core/export/exportText.ts";
import { t } from "../../core/base/l10n.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { DrawnDocument } from "../app/documents.ts";
import { exportFacts, loadedConfig } from "../app/loadedConfig.ts";
import { documentScheme } from "../app/names.ts";
import { exportAuthority } from "./exportAuthority.ts";
import { exportFiles } from "./exportFiles.ts";

/**
 * The URI of an export. It says all that the document is written from, so that it's there again after a reload. Nothing
 * asks to save it: it can be written anew at any time.
 */
export function exportUri(
	{ known }: Deployment,
	format: ExportFormat,
	{ options, deprecated }: ExportChoices,
): vscode.Uri {
	return vscode.Uri.from({
		scheme: documentScheme,
		authority: exportAuthority,
		path: `/${known.name.replaceAll("/", "-")}/${exportFiles[format]().fileName}`,
		query: JSON.stringify({ deployment: known.key, format, options, deprecated }),
	});
}

/** Writes the export that a URI stands for. */
export async function drawExport(
	uri: vscode.Uri,
	find: (key: string) => Deployment | undefined,
): Promise<DrawnDocument> {
	const {
		deployment: key,
		format,
		options,
		deprecated,
	} = JSON.parse(uri.query) as Readonly<Record<string, unknown>>;
	if (typeof key !== "string" || !isExportFormat(format)) {
		throw new Error(t("This document doesn't exist."));
	}
	const deployment = find(key);
	if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
	const text = exportText(await loadedConfig(deployment), format, exportFacts(deployment), {
		options: options === "all" ? "all" : "changed",
		deprecated: deprecated === "replace" ? "replace" : "keep",
	});
	return { text };
}
