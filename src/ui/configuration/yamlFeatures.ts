import * as vscode from "vscode";
import { optionHover } from "../../core/options/optionHover.ts";
import { sourceHint } from "../../core/export/sourceHint.ts";
import { optionAt } from "../../core/export/yamlPlaces.ts";
import { DisposableStore, type Disposable } from "../../core/base/event.ts";
import type { DeploymentOption } from "../../core/coder/model.ts";
import type { Documents } from "../app/documents.ts";
import { documentScheme } from "../app/names.ts";
import { hoverText } from "../messages/hoverText.ts";
import { everyNode, foldingRanges, fullRange, symbols } from "./yamlOutline.ts";

/** Provides YAML documents with an outline, folding, hovers, and a hint next to each changed option. */
export function registerYamlFeatures(documents: Documents): Disposable {
	const selector = { scheme: documentScheme, pattern: "**/*.yaml" };
	const store = new DisposableStore();
	const nodesOf = (document: vscode.TextDocument) => documents.yamlOf(document)?.nodes ?? [];
	store.add(
		vscode.languages.registerDocumentSymbolProvider(selector, {
			provideDocumentSymbols: (document) => symbols(nodesOf(document)),
		}),
	);
	store.add(
		vscode.languages.registerFoldingRangeProvider(selector, {
			provideFoldingRanges: (document) => foldingRanges(nodesOf(document)),
		}),
	);
	store.add(
		vscode.languages.registerHoverProvider(selector, {
			provideHover: (document, { line }) => {
				const node = optionAt(nodesOf(document), line);
				return node?.option && new vscode.Hover(optionText(node.option), fullRange(node));
			},
		}),
	);
	store.add(
		vscode.languages.registerInlayHintsProvider(selector, {
			provideInlayHints: (document, range) =>
				everyNode(nodesOf(document)).flatMap(({ option, place: { line } }) => {
					const label = option && range.start.line <= line && line <= range.end.line;
					const text = label ? sourceHint(option) : undefined;
					if (!option || text === undefined) return [];
					const hint = new vscode.InlayHint(document.lineAt(line).range.end, text);
					hint.paddingLeft = true;
					hint.tooltip = optionText(option);
					return [hint];
				}),
		}),
	);
	return store;
}

/** Describes an option. Not trusted, because names and descriptions come from the server. */
function optionText(option: DeploymentOption): vscode.MarkdownString {
	return hoverText(optionHover(option));
}
