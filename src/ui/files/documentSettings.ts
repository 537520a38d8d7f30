import type * as vscode from "vscode";
import { configSettings } from "../../core/files/config/configSettings.ts";
import type { ConfigText } from "../../core/files/config/configText.ts";
import { settingsAmong } from "../../core/files/fileSettings.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { configOf } from "./configDocuments.ts";
import { namesIn } from "./documentNames.ts";

interface Read {
	readonly version: number;
	readonly config: ConfigText | undefined;
	readonly settings: readonly FileSetting[];
}

const known = new WeakMap<vscode.TextDocument, Read>();
const none: readonly FileSetting[] = [];

/**
 * Returns what a document sets. Cached until the document is edited. A document that isn't a configuration of `coder
 * server` is only read if it contains a Coder variable.
 *
 * @param written the document's text, if available
 */
export function settingsOf(
	document: vscode.TextDocument,
	written?: string,
): readonly FileSetting[] {
	const config = configOf(document, written);
	const before = known.get(document);
	if (before?.version === document.version && before.config === config) return before.settings;
	const settings = config ? configSettings(config) : variablesOf(document, written);
	known.set(document, { version: document.version, config, settings });
	return settings;
}

function variablesOf(document: vscode.TextDocument, written?: string): readonly FileSetting[] {
	const names = namesIn(document, written);
	return names.length === 0 ? none : settingsAmong(names);
}
