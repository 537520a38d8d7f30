import * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { commandIds } from "./commandIds.ts";
import type { CommandRegistry } from "./registry.ts";

/** The settings that decide how a deployment is reached, ours and VS Code's. */
const networkSettings = [
	"http.proxy",
	"http.noProxy",
	...["tlsCaFile", "tlsCertFile", "tlsKeyFile", "tlsAltHost", "insecure"].map(ours),
	...["headers", "headerCommand", "requestTimeout"].map(ours),
];

/** What helps to begin, and when something goes wrong. */
export function registerHelpCommands(
	registry: CommandRegistry,
	deployments: Deployments,
	extension: vscode.Extension<unknown>,
	log: vscode.LogOutputChannel,
): void {
	registry.on(commandIds.openWalkthrough, () =>
		vscode.commands.executeCommand(
			"workbench.action.openWalkthrough",
			`${extension.id}#getStarted`,
			false,
		),
	);
	// The page of the extension shows its README.
	registry.on(commandIds.openDocumentation, () =>
		vscode.commands.executeCommand("extension.open", extension.id),
	);
	registry.on(commandIds.reportIssue, async () => {
		const { reportIssue } = await import("../app/onDemand.ts");
		await reportIssue(extension, deployments.active);
	});
	registry.on(commandIds.openNetworkSettings, () =>
		vscode.commands.executeCommand(
			"workbench.action.openSettings",
			`@id:${networkSettings.join(",")}`,
		),
	);
	registry.on(commandIds.showLog, () => {
		log.show();
	});
}

function ours(name: string): string {
	return `coderDeployment.${name}`;
}
