import * as vscode from "vscode";
import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** The commands about files that configure a deployment. */
export function registerFiles({ commands, deployments }: Services): void {
	commands.on(commandIds.chooseFileDeployment, async (target) => {
		const uri = fileOf(target);
		if (!uri) return;
		const { chooseFileDeployment } = await import("./chooseFileDeployment.ts");
		await chooseFileDeployment(uri, deployments);
	});
}

/** The file that a command is about: the one that it is given, else that of the active editor. */
export function fileOf(target: unknown): vscode.Uri | undefined {
	return target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
}
