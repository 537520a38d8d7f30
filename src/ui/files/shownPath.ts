import * as vscode from "vscode";
import { fileName } from "../app/fileSize.ts";

/** Returns a file's path in the workspace. For other files, returns only the name, because paths contain user names. */
export function shownPath(uri: vscode.Uri): string {
	return vscode.workspace.getWorkspaceFolder(uri)
		? vscode.workspace.asRelativePath(uri)
		: fileName(uri);
}
