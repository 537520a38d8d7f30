import * as vscode from "vscode";
import { commandIds } from "../../core/commands/commandIds.ts";
import { withStepsReported } from "../app/contextKeys.ts";
import type { Services } from "../app/services.ts";

/** The settings that determine how deployments are reached: this extension's and VS Code's. */
const networkSettings = [
	"http.proxy",
	"http.noProxy",
	...["tlsCaFile", "tlsCertFile", "tlsKeyFile", "tlsAltHost", "insecure"].map(ours),
	...["headers", "headerCommand", "requestTimeout"].map(ours),
];

/** Registers the commands for first steps and for troubleshooting. */
export function registerHelpCommands({ commands, deployments, front, output }: Services): void {
	const { extension } = front.context;
	commands.on(commandIds.openWalkthrough, () =>
		withStepsReported(() =>
			vscode.commands.executeCommand(
				"workbench.action.openWalkthrough",
				`${extension.id}#getStarted`,
				false,
			),
		),
	);
	// The extension's page shows its README.
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
