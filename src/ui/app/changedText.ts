import type * as vscode from "vscode";

/** What an edit wrote, with the line that it was made in: all that it may have brought into a document. */
export function changedText(
	document: vscode.TextDocument,
	{ range, text }: vscode.TextDocumentContentChangeEvent,
): string {
	// Edits beside this one may have removed lines.
	const line = Math.min(range.start.line, document.lineCount - 1);
	return `${text}\n${document.lineAt(line).text}`;
}
