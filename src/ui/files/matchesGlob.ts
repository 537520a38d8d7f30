import * as vscode from "vscode";

/** What is to be known of a file, open or not, to match globs with it. */
export type Located = Pick<vscode.TextDocument, "uri" | "languageId">;

/** VS Code matches documents, of which it looks at no more than this. */
export function matchesGlob(pattern: vscode.GlobPattern, located: Located): boolean {
	return vscode.languages.match({ pattern }, located as vscode.TextDocument) > 0;
}
