import * as vscode from "vscode";
import type { Services } from "../app/services.ts";
import { commandIds } from "../../core/commands/commandIds.ts";

/** The commands about files that configure a deployment, and what keeps them true to it. */
export function registerFiles({ commands, deployments, front, subscriptions }: Services): void {
	const refresh = (): void => {
		front.files.refresh();
	};
	subscriptions.add(deployments.onDidChange(refresh));
	subscriptions.add(deployments.onDidChangeDeployment(refresh));
	commands.on(commandIds.chooseFileRelease, async () => {
		const { chooseFileRelease } = await import("./chosenRelease.ts");
		await chooseFileRelease();
	});
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
