import * as vscode from "vscode";
import { homeFolder } from "../../core/base/homeFolder.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { deprecatedInUse } from "../../core/export/chosenOptions.ts";
import { exportText } from "../../core/export/exportText.ts";
import { t } from "../../core/base/l10n.ts";
import { showDocument } from "../app/documents.ts";
import { exportUri } from "./exportDocuments.ts";
import { exportFiles, type ExportFile } from "./exportFiles.ts";
import { askExport } from "./exportQuestions.ts";
import { exportFacts, loadedConfig } from "../app/loadedConfig.ts";
import { showInformation } from "../messages/messages.ts";
import { withStatusBarProgress } from "../messages/progress.ts";

/** Asks for the choices, and writes a deployment's configuration to a new editor or a file. */
export async function exportConfiguration(deployment: Deployment): Promise<void> {
	const { name } = deployment.saved;
	const config = await withStatusBarProgress(t("Reading the configuration of {0}…", name), () =>
		loadedConfig(deployment),
	);
	const title = t("Export the Configuration of {0}", name);
	const wish = await askExport(title, deprecatedInUse(config).length);
	if (!wish) return;
	const file = exportFiles[wish.format]();
	// Ask before the work starts, so that nothing is written if the dialog is closed.
	const uri = wish.target === "file" ? await askForFile(title, file) : undefined;
	if (wish.target === "file" && !uri) return;
	await withStatusBarProgress(t("Exporting the configuration of {0}…", name), async () => {
		if (!uri) {
			await showExport(exportUri(deployment, wish.format, wish), file);
			return;
		}
		const text = exportText(config, wish.format, exportFacts(deployment), wish);
		await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
	});
	if (uri) void offerToOpen(uri);
}

/** Asks for a file. The dialog asks before it overwrites one. */
function askForFile(title: string, { fileName }: ExportFile): Thenable<vscode.Uri | undefined> {
	const home = homeFolder();
	const folder =
		vscode.workspace.workspaceFolders?.[0]?.uri ??
		(home === undefined ? undefined : vscode.Uri.file(home));
	return vscode.window.showSaveDialog({
		title,
		...(folder && { defaultUri: vscode.Uri.joinPath(folder, fileName) }),
		saveLabel: t("Export"),
	});
}

async function showExport(uri: vscode.Uri, { languages }: ExportFile): Promise<void> {
	const known = await vscode.languages.getLanguages();
	const language = languages.find((id) => known.includes(id)) ?? "plaintext";
	const { document } = await showDocument(uri);
	await vscode.languages.setTextDocumentLanguage(document, language);
}

async function offerToOpen(uri: vscode.Uri): Promise<void> {
	const open = t("Open File");
	const shown = vscode.workspace.asRelativePath(uri);
	const answer = await showInformation(t("Exported the configuration to {0}.", shown), open);
	if (answer === open) await vscode.window.showTextDocument(uri);
}
