import * as vscode from "vscode";
import type { CoderDeploymentApi, DeploymentChange } from "../../../src/api.ts";

/** What this extension exports for the tests. */
export interface Consumer {
	readonly api: CoderDeploymentApi;
	/** All change events that it received. */
	readonly changes: readonly DeploymentChange[];
	/** The name and version of the active deployment, as in the example of docs/api.md. */
	readonly describe: () => Promise<string>;
}

/** Uses Coder Deployment as another extension would. */
export async function activate({ subscriptions }: vscode.ExtensionContext): Promise<Consumer> {
	const extension = vscode.extensions.getExtension<CoderDeploymentApi>(
		"coder-deployment.coder-deployment",
	);
	const api = await extension?.activate();
	if (api?.version !== 1) throw new Error("There is no interface of version 1.");
	const changes: DeploymentChange[] = [];
	api.onDidChange((change) => changes.push(change), undefined, subscriptions);
	const describe = async (): Promise<string> => {
		const active = (await api.getDeployments()).find((deployment) => deployment.active);
		const snapshot = active && (await api.getSnapshot(active.id));
		return `${active?.name ?? "nowhere"} ${snapshot?.build.value?.version ?? "unknown"}`;
	};
	return { api, changes, describe };
}
