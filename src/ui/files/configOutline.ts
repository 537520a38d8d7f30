import * as vscode from "vscode";
import { plainText } from "../../core/base/plainText.ts";
import { optionsByPath } from "../../core/files/config/configReference.ts";
import { checkedConfig } from "./configDocuments.ts";
import type { ConfigReferences } from "./configReferences.ts";
import { jsonLanguages } from "./configSelector.ts";
import { spanRange } from "./spanRange.ts";

/**
 * Returns the keys of a configuration file as an outline, with the options' names. For JSON, VS Code has its own
 * outline.
 */
export function outline(
	document: vscode.TextDocument,
	references: ConfigReferences,
): vscode.DocumentSymbol[] {
	const config = checkedConfig(document);
	if (!config || jsonLanguages.includes(document.languageId)) return [];
	const options = optionsByPath(references.of(document).reference);
	const roots: vscode.DocumentSymbol[] = [];
	const inside = new Map<unknown, vscode.DocumentSymbol[]>();
	for (const { path, key, nameSpan, value, node, map } of config.keys) {
		const option = options.get(path);
		const symbol = new vscode.DocumentSymbol(
			// VS Code rejects symbols without a name.
			plainText(key) || " ",
			option ? plainText(option.name) : "",
			option ? vscode.SymbolKind.Property : vscode.SymbolKind.Module,
			spanRange(document, { from: nameSpan.from, to: Math.max(nameSpan.to, value.to) }),
			spanRange(document, nameSpan),
		);
		(inside.get(map) ?? roots).push(symbol);
		if (node) inside.set(node, symbol.children);
	}
	return roots;
}
