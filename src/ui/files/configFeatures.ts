import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { configHover } from "../../core/files/config/configHover.ts";
import { hoverText } from "../messages/hoverText.ts";
import { complete, resolveCompletion } from "./configCompletion.ts";
import { checkedConfig } from "./configDocuments.ts";
import { configFixes } from "./configFixes.ts";
import { outline } from "./configOutline.ts";
import type { ConfigReferences } from "./configReferences.ts";
import { spanRange } from "./spanRange.ts";

/** Registers hovers, completions, fixes, and the outline of configuration files of `coder server`. */
export function registerConfigFeatures(
	references: ConfigReferences,
	selector: vscode.DocumentSelector,
	onDidChange: vscode.Event<void>,
): vscode.Disposable {
	return vscode.Disposable.from(
		vscode.languages.registerHoverProvider(selector, {
			provideHover: (document, position) => hover(document, position, references),
		}),
		vscode.languages.registerCompletionItemProvider(
			selector,
			{
				provideCompletionItems: (document, position) => complete(document, position, references),
				resolveCompletionItem: resolveCompletion,
			},
			'"',
			" ",
		),
		vscode.languages.registerCodeActionsProvider(
			selector,
			{
				provideCodeActions: (document, _range, { diagnostics }) =>
					configFixes(document, diagnostics, references),
			},
			{ providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
		),
		vscode.languages.registerDocumentSymbolProvider(selector, {
			provideDocumentSymbols: (document) => outline(document, references),
		}),
		vscode.languages.registerCodeLensProvider(selector, {
			onDidChangeCodeLenses: onDidChange,
			provideCodeLenses: (document) => lens(document, references),
		}),
	);
}

function hover(
	document: vscode.TextDocument,
	position: vscode.Position,
	references: ConfigReferences,
): vscode.Hover | undefined {
	const config = checkedConfig(document);
	if (!config) return undefined;
	const { reference, deployment } = references.of(document);
	const found = configHover(config, document.offsetAt(position), reference, deployment);
	if (!found) return undefined;
	const text = hoverText(found.paragraphs, [commandIds.openConfiguration]);
	return new vscode.Hover(text, spanRange(document, found.key.nameSpan));
}

/** Returns the lens with the release that a file is checked against, if no deployment provides its options. */
function lens(document: vscode.TextDocument, references: ConfigReferences): vscode.CodeLens[] {
	const config = checkedConfig(document);
	const { reference, deployment } = references.of(document);
	if (!config || deployment) return [];
	const [first] = config.keys;
	const range = spanRange(document, first?.nameSpan ?? { from: 0, to: 0 });
	return [
		new vscode.CodeLens(range, {
			title: t("Checked against {0}", reference.name),
			tooltip: t("Select to check configuration files against another version."),
			command: commandIds.chooseFileRelease,
		}),
	];
}
