import * as vscode from "vscode";

/** The properties of a file that are needed to match globs, whether or not it is open. */
export type Located = Pick<vscode.TextDocument, "uri" | "languageId">;

/** Whether a glob matches a file. VS Code matches documents, but only uses these properties. */
export function matchesGlob(pattern: vscode.GlobPattern, located: Located): boolean {
	return vscode.languages.match({ pattern }, located as vscode.TextDocument) > 0;
}
