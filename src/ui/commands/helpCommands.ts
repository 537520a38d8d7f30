import * as vscode from "vscode";
import { commandIds } from "../../core/commands/commandIds.ts";
import type { Services } from "../app/services.ts";

/** The settings that decide how a deployment is reached, ours and VS Code's. */
const networkSettings = [
	"http.proxy",
	"http.noProxy",
	...["tlsCaFile", "tlsCertFile", "tlsKeyFile", "tlsAltHost", "insecure"].map(ours),
	...["headers", "headerCommand", "requestTimeout"].map(ours),
];

/** What helps to begin, and when something goes wrong. */
export function registerHelpCommands({ commands, deployments, front, output }: Services): void {
	const { extension } = front.context;
	commands.on(commandIds.openWalkthrough, () =>
		vscode.commands.executeCommand(
			"workbench.action.openWalkthrough",
			`${extension.id}#getStarted`,
			false,
		),
	);
	// The page of the extension shows its README.
	commands.on(commandIds.openDocumentation, () =>
		vscode.commands.executeCommand("extension.open", extension.id),
	);
	commands.on(commandIds.reportIssue, async () => {
		const { reportIssue } = await import("../app/reportIssue.ts");
		await reportIssue(extension, deployments.active);
	});
	commands.on(commandIds.openNetworkSettings, () =>
		vscode.commands.executeCommand(
			"workbench.action.openSettings",
			`@id:${networkSettings.join(",")}`,
		),
	);
	commands.on(commandIds.showLog, () => {
		output.show();
	});
}

function ours(name: string): string {
	return `coderDeployment.${name}`;
}
