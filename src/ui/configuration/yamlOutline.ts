import * as vscode from "vscode";
import type { YamlNode } from "../../core/export/yamlPlaces.ts";
import type { DeploymentOption } from "../../core/coder/model.ts";

/** Returns nodes and their descendants, from top to bottom. */
export function everyNode(nodes: readonly YamlNode[]): YamlNode[] {
	return nodes.flatMap((node) => [node, ...everyNode(node.children)]);
}

/** Returns the range from the first line of a node's comment to the end of its value. */
export function fullRange({ place }: YamlNode): vscode.Range {
	return new vscode.Range(place.firstLine, 0, place.lastLine, Number.MAX_SAFE_INTEGER);
}

/** Returns the outline of a YAML document: groups with their options. */
export function symbols(nodes: readonly YamlNode[]): vscode.DocumentSymbol[] {
	return nodes.map((node) => {
		const { key, option, place, children } = node;
		const symbol = new vscode.DocumentSymbol(
			key,
			option?.name ?? "",
			option ? symbolKind(option) : vscode.SymbolKind.Module,
			fullRange(node),
			new vscode.Range(place.line, place.start, place.line, place.end),
		);
		symbol.children = symbols(children);
		return symbol;
	});
}

/** Returns the foldable ranges: groups, multiline values, and comments. */
export function foldingRanges(nodes: readonly YamlNode[]): vscode.FoldingRange[] {
	return everyNode(nodes).flatMap(({ place: { firstLine, line, lastLine } }) => [
		...(line - firstLine > 1
			? [new vscode.FoldingRange(firstLine, line - 1, vscode.FoldingRangeKind.Comment)]
			: []),
		...(lastLine > line ? [new vscode.FoldingRange(line, lastLine)] : []),
	]);
}

function symbolKind({ value, secret, choices }: DeploymentOption): vscode.SymbolKind {
	if (secret) return vscode.SymbolKind.Key;
	if (choices) return vscode.SymbolKind.Enum;
	if (value === null || Array.isArray(value)) return vscode.SymbolKind.Array;
	switch (typeof value) {
		case "boolean":
			return vscode.SymbolKind.Boolean;
		case "number":
		case "bigint":
			return vscode.SymbolKind.Number;
		case "object":
			return vscode.SymbolKind.Object;
		default:
			return vscode.SymbolKind.String;
	}
}
