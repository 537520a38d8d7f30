import * as vscode from "vscode";

/** Returns the `User-Agent` of requests, by which administrators recognize them in their logs. */
export function userAgent(extension: vscode.Extension<unknown>): string {
	const { version } = extension.packageJSON as { version: string };
	return `coder-deployment/${version} VSCode/${vscode.version}`;
}
