import * as vscode from "vscode";
import type { Deployments } from "../core/deployments.ts";
import type { Disposable } from "../core/event.ts";

/** Keeps the context key `coderDeployment.signedIn` true while there is a deployment. */
export function registerSignedInContext(deployments: Deployments): Disposable {
	let told: boolean | undefined;
	const tell = (): void => {
		const signedIn = deployments.list.length > 0;
		if (signedIn === told) return;
		told = signedIn;
		void vscode.commands.executeCommand("setContext", "coderDeployment.signedIn", signedIn);
	};
	tell();
	return deployments.onDidChange(tell);
}
