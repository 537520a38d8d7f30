import type * as vscode from "vscode";
import { isConfigText } from "../../core/files/config/configFile.ts";
import { readConfigText, type ConfigText } from "../../core/files/config/configText.ts";
import { mayBeConfig } from "../../core/files/config/configMark.ts";
import { settings } from "../app/settings.ts";
import { isNamedConfig, mayHoldConfig } from "./configSelector.ts";

interface Read {
	readonly version: number;
	readonly named: boolean;
	readonly config: ConfigText | undefined;
}

const known = new WeakMap<vscode.TextDocument, Read>();

/**
 * Parses a document as a configuration file of `coder server`. Cached until the document is edited. Returns undefined
 * for other documents.
 *
 * @param written the document's text, if available
 */
export function configOf(document: vscode.TextDocument, written?: string): ConfigText | undefined {
	if (!mayHoldConfig(document)) return undefined;
	const named = isNamedConfig(document);
	const before = known.get(document);
	if (before?.version === document.version && before.named === named) return before.config;
	const text = written ?? document.getText();
	const config = named || mayBeConfig(text) ? readConfigText(text) : undefined;
	const isConfig = config !== undefined && (named || isConfigText(config));
	// While a line is being typed, a configuration file that was recognized remains one until it is closed.
	const stays = config?.errorAt !== undefined && before?.config !== undefined;
	const result = isConfig || stays ? config : undefined;
	known.set(document, { version: document.version, named, config: result });
	return result;
}

/** Like {@link configOf}, but returns undefined if explanations, completions, and problems are turned off. */
export function checkedConfig(document: vscode.TextDocument): ConfigText | undefined {
	return settings.variablesEnabled() ? configOf(document) : undefined;
}
