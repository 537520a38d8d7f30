import type * as vscode from "vscode";
import { fileSettings } from "../../core/files/fileSettings.ts";
import type { FileSetting } from "../../core/files/setting.ts";
import { formOf } from "../../core/variables/forms.ts";
import { mark } from "../../core/variables/scan.ts";

interface Read {
	readonly version: number;
	readonly settings: readonly FileSetting[];
}

const known = new WeakMap<vscode.TextDocument, Read>();
const none: readonly FileSetting[] = [];

/**
 * What a document sets; the same list until it is edited. Documents without a variable of Coder's are not read.
 *
 * @param written its text, where that is at hand
 */
export function settingsOf(
	document: vscode.TextDocument,
	written?: string,
): readonly FileSetting[] {
	const before = known.get(document);
	if (before?.version === document.version) return before.settings;
	const form = formOf(document.languageId, document.uri.path);
	const text = form ? (written ?? document.getText()) : "";
	const settings = form && text.includes(mark) ? fileSettings(text, form) : none;
	known.set(document, { version: document.version, settings });
	return settings;
}
