import * as vscode from "vscode";
import type { Deployments } from "../core/deployments.ts";
import type { Disposable } from "../core/event.ts";

/** Keeps `coderDeployment.signedIn` and `coderDeployment.severalDeployments` true to the list, for `when` clauses. */
export function registerContextKeys(deployments: Deployments): Disposable {
	const tell = (): void => {
		const { length } = deployments.list;
		void vscode.commands.executeCommand("setContext", "coderDeployment.signedIn", length > 0);
		void vscode.commands.executeCommand(
			"setContext",
			"coderDeployment.severalDeployments",
			length > 1,
		);
	};
	tell();
	return deployments.onDidChange(tell);
}
