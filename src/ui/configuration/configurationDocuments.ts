import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { surfaces } from "../../core/deployments/surfaces.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import { formatJson } from "../../core/base/json.ts";
import { t } from "../../core/base/l10n.ts";
import { showDocument, type Documents, type DrawnDocument } from "../app/documents.ts";
import { exportFacts, loadedConfig } from "../app/loadedConfig.ts";
import { documentScheme } from "../app/names.ts";
import type { Services } from "../app/services.ts";
import { documentUri } from "../app/documentUri.ts";

/** The documents that show a deployment's configuration, by file name. */
const draws = {
	"deployment-config.json": async (deployment: Deployment): Promise<DrawnDocument> => {
		const { masked } = await loadedConfig(deployment);
		return { text: `${formatJson(masked)}\n` };
	},
	"server-config.yaml": async (deployment: Deployment): Promise<DrawnDocument> => {
		const config = await loadedConfig(deployment);
		const { yamlText } = await import("../../core/export/yamlText.ts");
		// Omits the time, so that reading the same configuration again doesn't change the document.
		const { at: _at, ...facts } = exportFacts(deployment);
		const yaml = yamlText(config, facts, { options: "all", deprecated: "keep" });
		return { text: yaml.text, yaml };
	},
};

/** A document that shows a deployment's configuration. */
export type ConfigurationDocument = keyof typeof draws;

/** Provides each deployment's masked configuration as read-only documents, and updates them. */
export function registerConfigurationDocuments({
	deployments,
	documents,
	watchers,
}: Services): Disposable {
	const store = new DisposableStore();
	const shown = new Map<string, unknown>();
	const names = Object.keys(draws) as ConfigurationDocument[];
	for (const name of names) {
		store.add(
			documents.add(name, async (uri) => {
				const deployment = deployments.find(uri.query);
				if (!deployment) throw new Error(t("You're no longer signed in to this deployment."));
				const drawn = await draws[name](deployment);
				shown.set(uri.toString(), deployment.snapshot.deploymentConfig.value);
				return drawn;
			}),
		);
	}
	store.add(
		deployments.onDidChangeDeployment((deployment) => {
			const { value } = deployment.snapshot.deploymentConfig;
			for (const name of names) {
				const uri = configurationUri(deployment, name);
				if (shown.get(uri.toString()) !== value) documents.redraw(uri);
			}
		}),
	);
	const isShown = (key: string): boolean =>
		vscode.window.visibleTextEditors.some(
			({ document: { uri } }) => uri.scheme === documentScheme && uri.query === key,
		);
	store.add(
		watchers.add(
			() =>
				deployments.list
					.filter(({ saved }) => isShown(saved.key))
					.map((deployment) => ({ deployment, ...surfaces.documents })),
			vscode.window.onDidChangeVisibleTextEditors,
		),
	);
	return store;
}

/** Opens a deployment's configuration in an editor, at an option if its ID is given and the document contains it. */
export async function openConfigurationDocument(
	deployment: Deployment,
	name: ConfigurationDocument,
	documents: Documents,
	optionId?: string,
): Promise<void> {
	await loadedConfig(deployment);
	const editor = await showDocument(configurationUri(deployment, name));
	const place = optionId && documents.yamlOf(editor.document)?.places.get(optionId);
	if (!place) return;
	editor.selection = new vscode.Selection(place.line, place.start, place.line, place.start);
	editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenter);
}

/** Returns the URI of a document. Its query is the deployment's key. */
export function configurationUri(deployment: Deployment, name: ConfigurationDocument): vscode.Uri {
	return documentUri(deployment, name, deployment.saved.key);
}
