import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { plainText } from "../../core/base/plainText.ts";
import { shorten } from "../../core/base/shorten.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { ComparedFile } from "../../core/files/comparedFile.ts";
import { isReallyBelow, pathsBelow } from "../../core/files/workspacePath.ts";
import { chosenFor } from "./chosenFor.ts";
import { settingsOf } from "./documentSettings.ts";
import { readSettings } from "./readSettings.ts";
import { shownPath } from "./shownPath.ts";
import type { SignedIn } from "./signedIn.ts";

/**
 * Reads a file of the workspace, including unsaved edits. Never reads other files, whoever requests them.
 *
 * @param path relative to a workspace folder, optionally preceded by the folder's own path or name; or the file's URI
 * @throws Error with a sentence for users if the file is outside the workspace, also through a symbolic link
 */
export async function workspaceFile(
	path: string | vscode.Uri,
	signedIn: SignedIn,
): Promise<ComparedFile<Deployment> | undefined> {
	const uris = typeof path === "string" ? candidates(path) : inWorkspace(path);
	if (uris.length === 0) throw outside(typeof path === "string" ? path : path.path);
	for (const uri of uris) {
		if (!(await isAllowed(uri))) continue;
		const file = await read(uri);
		if (!file) continue;
		const { settings, text } = file;
		const chosen = chosenFor({ uri, languageId: "" }, settings, signedIn);
		return {
			path: shownPath(uri),
			settings,
			lineAt: (offset) => text.slice(0, offset).split("\n").length,
			deployment: chosen?.deployment.deployment,
		};
	}
	return undefined;
}

/** Returns the files that a path may refer to, all of them inside workspace folders. */
function candidates(path: string): vscode.Uri[] {
	return (vscode.workspace.workspaceFolders ?? []).flatMap(({ uri, name }) =>
		pathsBelow(path, { name, path: uri.path, fsPath: uri.fsPath }).map((below) =>
			vscode.Uri.joinPath(uri, below),
		),
	);
}

function inWorkspace(uri: vscode.Uri): vscode.Uri[] {
	// Resolves `..`, which a URI may contain.
	const resolved = vscode.Uri.joinPath(uri, ".");
	return vscode.workspace.getWorkspaceFolder(resolved) ? [resolved] : [];
}

/**
 * Returns false for a missing file.
 *
 * @throws Error with a sentence for users if a symbolic link leads out of the workspace
 */
async function isAllowed(uri: vscode.Uri): Promise<boolean> {
	if (uri.scheme !== "file") return true;
	const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri: folder }) => folder.fsPath);
	const isBelow = await isReallyBelow(uri.fsPath, folders);
	if (isBelow === false) throw outside(uri.path);
	return isBelow === true;
}

/** Names only the file: a path outside the workspace is none of the reader's business. */
function outside(path: string): Error {
	const name = shorten(plainText(path.split(/[\\/]/).at(-1) ?? ""), 100);
	return new Error(
		t("{0} is outside this workspace. Only files in the workspace can be read.", name),
	);
}

async function read(uri: vscode.Uri): ReturnType<typeof readSettings> {
	const open = vscode.workspace.textDocuments.find(
		(document) => document.uri.toString() === uri.toString(),
	);
	return open ? { settings: settingsOf(open), text: open.getText() } : readSettings(uri);
}
