import * as vscode from "vscode";

/** What requests call themselves, so that administrators recognise them in their logs. */
export function userAgent(extension: vscode.Extension<unknown>): string {
	const { version } = extension.packageJSON as { version: string };
	return `coder-deployment/${version} VSCode/${vscode.version}`;
}
