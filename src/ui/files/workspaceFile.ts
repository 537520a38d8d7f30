import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { ComparedFile } from "../../core/files/comparedFile.ts";
import { chosenFor } from "./chosenFor.ts";
import { settingsOf } from "./documentSettings.ts";
import { readSettings } from "./readSettings.ts";
import type { SignedIn } from "./signedIn.ts";

/**
 * Reads a file of the workspace, including unsaved edits. Never reads other files, whoever requests them.
 *
 * @param path relative to a workspace folder, optionally preceded by the folder's own path or name; or the file's URI
 */
export async function workspaceFile(
	path: string | vscode.Uri,
	signedIn: SignedIn,
): Promise<ComparedFile<Deployment> | undefined> {
	for (const uri of typeof path === "string" ? candidates(path) : inWorkspace(path)) {
		const file = await read(uri);
		if (!file) continue;
		const { settings, text } = file;
		const chosen = chosenFor({ uri, languageId: "" }, settings, signedIn);
		return {
			path: vscode.workspace.asRelativePath(uri),
			settings,
			lineAt: (offset) => text.slice(0, offset).split("\n").length,
			deployment: chosen?.deployment.deployment,
		};
	}
	return undefined;
}

/** Returns the files that a path may refer to, all of them inside workspace folders. */
function candidates(path: string): vscode.Uri[] {
	const wanted = path.replaceAll("\\", "/");
	return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri: folder, name }) =>
		[`${folder.path}/`, `${folder.fsPath.replaceAll("\\", "/")}/`, `${name}/`, ""].flatMap(
			(start) => {
				if (!wanted.startsWith(start)) return [];
				const uri = vscode.Uri.joinPath(folder, wanted.slice(start.length));
				return uri.path.startsWith(`${folder.path.replace(/\/$/, "")}/`) ? [uri] : [];
			},
		),
	);
}

function inWorkspace(uri: vscode.Uri): vscode.Uri[] {
	return vscode.workspace.getWorkspaceFolder(uri) ? [uri] : [];
}

async function read(uri: vscode.Uri): ReturnType<typeof readSettings> {
	const open = vscode.workspace.textDocuments.find(
		(document) => document.uri.toString() === uri.toString(),
	);
	return open ? { settings: settingsOf(open), text: open.getText() } : readSettings(uri);
}
