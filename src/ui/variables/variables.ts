import * as vscode from "vscode";
import type { Disposable } from "../../core/base/event.ts";
import { lazyPart } from "../messages/lazyPart.ts";
import { filePatterns, languages } from "../../core/variables/forms.ts";
import { mayHoldFlags, mayHoldSettings, typedFlag } from "../../core/variables/mayHoldSettings.ts";
import { changedText } from "../app/changedText.ts";
import { documentScheme } from "../app/names.ts";
import { onDidChangeSetting, settings } from "../app/settings.ts";
import type { SignedIn } from "../files/signedIn.ts";

/** The start of every Coder variable. */
const mark = "CODER_";

/** The documents in which variables are detected. */
const selector: vscode.DocumentSelector = [
	...languages.map((language) => ({ language })),
	...filePatterns.map((pattern) => ({ pattern })),
];

/** Whether a line may contain a variable, or a flag of `coder server`. */
function mayHover(document: vscode.TextDocument, line: string): boolean {
	return line.includes(mark) || (line.includes("-") && mayHoldFlags(document.getText()));
}

/** Whether a line, up to the cursor, may end with the beginning of a variable or a flag. */
function mayComplete(document: vscode.TextDocument, typed: string): boolean {
	if (/\bC[A-Z0-9_]*$/.test(typed)) return document.getText().includes(mark);
	return typedFlag.test(typed.slice(-100)) && mayHoldFlags(document.getText());
}

/** The part of the feature that is loaded at activation. */
export interface Variables extends Disposable {
	/** Call this when another deployment becomes active, or the active one has new data. */
	readonly refresh: () => void;
}

/**
 * Explains, completes, and checks `CODER_…` variables in files. The code is loaded with the first document that
 * contains one.
 *
 * @param signedIn returns the deployments, as far as they are known without loading anything
 */
export function registerVariables(signedIn: () => SignedIn | undefined): Variables {
	const features = lazyPart(async () => {
		const { VariableFeatures } = await import("./variableFeatures.ts");
		return new VariableFeatures(signedIn, selector);
	});
	const watches = (document: vscode.TextDocument): boolean =>
		settings.variablesEnabled() &&
		![documentScheme, "output"].includes(document.uri.scheme) &&
		vscode.languages.match(selector, document) > 0;
	const look = (document: vscode.TextDocument): void => {
		if (watches(document) && mayHoldSettings(document.getText())) {
			void features.get().then(({ problems }) => {
				problems.check(document);
			});
		}
	};
	const lookAtAll = (): void => {
		if (!settings.variablesEnabled()) features.loaded?.problems.clear();
		else vscode.workspace.textDocuments.forEach(look);
	};
	const subscriptions = vscode.Disposable.from(
		vscode.languages.registerHoverProvider(selector, {
			provideHover: (document, position) =>
				watches(document) && mayHover(document, document.lineAt(position).text)
					? features.get().then((loaded) => loaded.hover(document, position))
					: undefined,
		}),
		vscode.languages.registerCompletionItemProvider(
			selector,
			{
				provideCompletionItems: (document, position) =>
					watches(document) &&
					mayComplete(document, document.lineAt(position).text.slice(0, position.character))
						? features.get().then((loaded) => loaded.complete(document, position))
						: undefined,
				resolveCompletionItem: async (item) => (await features.get()).resolve(item),
			},
			"_",
			"-",
		),
		vscode.workspace.onDidOpenTextDocument(look),
		vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (features.loaded?.problems.has(document)) features.loaded.problems.checkSoon(document);
			else if (contentChanges.some((change) => mayHoldSettings(changedText(document, change))))
				look(document);
		}),
		vscode.workspace.onDidCloseTextDocument((document) =>
			features.loaded?.problems.forget(document),
		),
		onDidChangeSetting("variables", lookAtAll),
	);
	lookAtAll();
	return {
		refresh: () => {
			features.loaded?.refresh();
		},
		dispose: () => {
			subscriptions.dispose();
			features.dispose();
		},
	};
}
