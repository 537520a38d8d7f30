import type * as vscode from "vscode";

/** Returns the text of an edit with its lines: everything that it may have added to a document. */
export function changedText(
	document: vscode.TextDocument,
	{ range, text }: vscode.TextDocumentContentChangeEvent,
): string {
	// Other edits of the same change may have removed lines.
	const line = Math.min(range.start.line, document.lineCount - 1);
	return `${text}\n${document.lineAt(line).text}`;
}
