import * as vscode from "vscode";
import { Emitter, type Disposable } from "../../core/base/event.ts";
import { lazyPart } from "../messages/lazyPart.ts";
import { filePatterns, languages } from "../../core/variables/forms.ts";
import { mayBeConfig } from "../../core/files/config/configMark.ts";
import { mayHoldSettings } from "../../core/variables/mayHoldSettings.ts";
import { changedText } from "../app/changedText.ts";
import type { FilesFront } from "../app/front.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";
import { jsonLanguages, looksLikeConfig } from "./configSelector.ts";
import type { SignedIn } from "./signedIn.ts";

/** The documents that may set Coder options. */
export const selector: vscode.DocumentSelector = [
	...[...languages, ...jsonLanguages].map((language) => ({ language })),
	...filePatterns.map((pattern) => ({ pattern })),
];

/**
 * Compares files with deployments, and supports configuration files of `coder server`. The code is loaded with the
 * first document that contains a Coder setting.
 *
 * @param signedIn returns the deployments, as far as they are known without loading anything
 */
export function registerFileFront(signedIn: () => SignedIn | undefined): FilesFront & Disposable {
	const listChanged = new Emitter<void>();
	const changed = (): void => {
		listChanged.fire();
	};
	const features = lazyPart(async () => {
		const { FileFeatures } = await import("./fileFeatures.ts");
		return new FileFeatures(signedIn, selector, changed);
	});
	const look = (document: vscode.TextDocument): void => {
		if (!features.loaded && isWanted(document)) void features.get();
	};
	const refresh = (): void => {
		features.loaded?.refresh();
	};
	const subscriptions = vscode.Disposable.from(
		vscode.workspace.onDidOpenTextDocument(look),
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (features.loaded) return;
			const changes = contentChanges.map((change) => changedText(document, change));
			if (changes.some((text) => mayHoldSettings(text) || mayBeConfig(text))) look(document);
		}),
		onDidChangeSetting("variables", refresh),
		onDidChangeSetting("files", () => {
			vscode.workspace.textDocuments.forEach(look);
			refresh();
		}),
	);
	vscode.workspace.textDocuments.forEach(look);
	return {
		refresh,
		filesOf: (deployment) => features.loaded?.list.of(deployment) ?? [],
		onDidChangeFiles: listChanged.event,
		find: async (signal) => (await features.get()).find(signal),
		dispose: () => {
			subscriptions.dispose();
			listChanged.dispose();
			features.dispose();
		},
	};
}

function isWanted(document: vscode.TextDocument): boolean {
	const isOn = settings.variablesEnabled() || settings.fileDriftShown();
	if (!isOn || vscode.languages.match(selector, document) === 0) return false;
	return looksLikeConfig(document) || mayHoldSettings(document.getText());
}
