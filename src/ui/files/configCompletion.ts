import * as vscode from "vscode";
import { optionParagraphs } from "../../core/files/config/configHover.ts";
import { configPlace } from "../../core/files/config/configPlace.ts";
import {
	configSuggestions,
	type ConfigSuggestion,
} from "../../core/files/config/configSuggestions.ts";
import { t } from "../../core/base/l10n.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { hoverText } from "../messages/hoverText.ts";
import { checkedConfig } from "./configDocuments.ts";
import type { ConfigReferences, JudgedBy } from "./configReferences.ts";
import { spanRange } from "./spanRange.ts";

/** A completion with the source of its documentation, which is only needed for the focused item. */
class ConfigItem extends vscode.CompletionItem {
	explain: (() => readonly string[]) | undefined;
}

/** Completes keys and values in a configuration file. */
export function complete(
	document: vscode.TextDocument,
	position: vscode.Position,
	references: ConfigReferences,
): vscode.CompletionItem[] {
	if (!checkedConfig(document)) return [];
	const place = configPlace(document.getText(), document.offsetAt(position));
	if (!place) return [];
	const judged = references.of(document);
	const range = spanRange(document, place);
	const { isFlow } = place;
	return configSuggestions(place, judged.reference).map((suggestion, index) => {
		const item = itemOf(suggestion, judged);
		item.range = range;
		// Quotes are part of the replaced range.
		if (isFlow) item.filterText = `"${suggestion.label}"`;
		item.sortText = `${suggestion.isDeprecated ? "2" : "1"}${index.toString().padStart(4, "0")}`;
		return item;
	});
}

function itemOf(suggestion: ConfigSuggestion, { reference, deployment }: JudgedBy): ConfigItem {
	const { kind, label, option, before, after, isDefault, isDeprecated } = suggestion;
	const description = kind === "value" ? (isDefault ? t("Default") : undefined) : option?.name;
	const item = new ConfigItem(
		{ label, ...(description !== undefined && { description }) },
		kinds[kind],
	);
	item.insertText = new vscode.SnippetString()
		.appendText(before)
		.appendTabstop(0)
		.appendText(after);
	if (isDeprecated) item.tags = [vscode.CompletionItemTag.Deprecated];
	// Offers the next completions immediately.
	if (kind !== "value") {
		item.command = { command: "editor.action.triggerSuggest", title: t("Suggest") };
	}
	const path = option?.yamlPath?.join(".");
	if (option && path !== undefined) {
		item.explain = () => optionParagraphs(path, option, reference, deployment);
	}
	return item;
}

const kinds = {
	group: vscode.CompletionItemKind.Module,
	option: vscode.CompletionItemKind.Property,
	value: vscode.CompletionItemKind.Value,
} as const;

/** Adds the documentation. */
export function resolveCompletion(item: vscode.CompletionItem): vscode.CompletionItem {
	const paragraphs = item instanceof ConfigItem ? item.explain?.() : undefined;
	if (paragraphs) item.documentation = hoverText(paragraphs, [commandIds.openConfiguration]);
	return item;
}
