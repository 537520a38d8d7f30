import type * as vscode from "vscode";
import { formOf } from "../../core/variables/forms.ts";
import { mayHoldSettings } from "../../core/variables/mayHoldSettings.ts";
import { scan, type Occurrence } from "../../core/variables/scan.ts";

interface Read {
	readonly version: number;
	readonly names: readonly Occurrence[];
}

const known = new WeakMap<vscode.TextDocument, Read>();
const none: readonly Occurrence[] = [];

/**
 * Returns the names of variables in a document. Cached until the document is edited, so that the text is scanned only
 * once.
 *
 * @param written the document's text, if available
 */
export function namesIn(document: vscode.TextDocument, written?: string): readonly Occurrence[] {
	const before = known.get(document);
	if (before?.version === document.version) return before.names;
	const form = formOf(document.languageId, document.uri.path);
	const text = form ? (written ?? document.getText()) : "";
	const names = form && mayHoldSettings(text) ? scan(text, form) : none;
	known.set(document, { version: document.version, names });
	return names;
}
