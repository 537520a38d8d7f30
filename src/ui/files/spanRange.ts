import * as vscode from "vscode";
import type { Span } from "../../core/variables/forms/text.ts";

/** A part of a text as a range of a document that has it. */
export function spanRange(document: vscode.TextDocument, { from, to }: Span): vscode.Range {
	return new vscode.Range(document.positionAt(from), document.positionAt(to));
}
