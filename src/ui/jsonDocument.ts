import * as vscode from "vscode";
import type { Deployment } from "../core/deployment.ts";
import type { Deployments } from "../core/deployments.ts";
import { DisposableStore, type Disposable } from "../core/event.ts";
import { formatJson } from "../core/json.ts";
import { t } from "../core/l10n.ts";

/** The scheme of the read-only documents. */
export const documentScheme = "coder-deployment";

const fileName = "deployment-config.json";

/** Serves a deployment's masked configuration as a read-only JSON document. */
export function registerJsonDocument(deployments: Deployments): Disposable {
	const store = new DisposableStore();
	const changed = store.add(new vscode.EventEmitter<vscode.Uri>());
	const shown = new Map<string, unknown>();
	store.add(
		deployments.onDidChangeInside((deployment) => {
			const uri = documentUri(deployment);
			const { value } = deployment.snapshot.deploymentConfig;
			if (!shown.has(uri.toString()) || shown.get(uri.toString()) === value) return;
			changed.fire(uri);
		}),
	);
	store.add(
		vscode.workspace.registerTextDocumentContentProvider(documentScheme, {
			onDidChange: changed.event,
			provideTextDocumentContent: async (uri) => {
				const deployment = deployments.find(uri.query);
				if (!deployment) throw new Error(t("You are not signed in to this deployment any more."));
				const { masked } = await loadedConfig(deployment);
				shown.set(uri.toString(), deployment.snapshot.deploymentConfig.value);
				return `${formatJson(masked)}\n`;
			},
		}),
	);
	return store;
}

/** Opens the document in an editor. */
export async function openJsonDocument(deployment: Deployment): Promise<void> {
	await loadedConfig(deployment);
	const document = await vscode.workspace.openTextDocument(documentUri(deployment));
	await vscode.window.showTextDocument(document, { preview: false });
}

/** The name leads, for the tab's sake; the key in the query is what counts. */
function documentUri({ known }: Deployment): vscode.Uri {
	return vscode.Uri.from({
		scheme: documentScheme,
		path: `/${known.name.replaceAll("/", "-")}/${fileName}`,
		query: known.key,
	});
}

/** @throws Error with a sentence for people when the configuration is not there and cannot be had */
async function loadedConfig(deployment: Deployment) {
	if (!deployment.snapshot.deploymentConfig.value) await deployment.refresh(["deploymentConfig"]);
	const { value, failure } = deployment.snapshot.deploymentConfig;
	if (failure?.kind === "forbidden" || !value) {
		throw new Error([failure?.message, failure?.advice].filter(Boolean).join(" "));
	}
	return value;
}
