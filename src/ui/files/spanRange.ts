import * as vscode from "vscode";
import type { Span } from "../../core/variables/forms/text.ts";

/** Converts a span of text to a range in its document. */
export function spanRange(document: vscode.TextDocument, { from, to }: Span): vscode.Range {
	return new vscode.Range(document.positionAt(from), document.positionAt(to));
}
