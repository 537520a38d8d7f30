import type * as vscode from "vscode";

/** How long a document must not change before it's compared again, in ms. */
const pauseMs = 200;

/** The version of each document that was compared last. */
const compared = new WeakMap<vscode.TextDocument, number>();

/**
 * Waits until the user stops typing, so that many keystrokes lead to one comparison. Doesn't wait the first time, or if
 * the document hasn't changed.
 *
 * @param token is canceled by VS Code when the document changes again
 * @returns false if the result is no longer needed
 */
export function editingPaused(
	document: vscode.TextDocument,
	token: Pick<vscode.CancellationToken, "isCancellationRequested"> | undefined,
): true | Promise<boolean> {
	const before = compared.get(document);
	if (before === undefined || before === document.version) {
		compared.set(document, document.version);
		return true;
	}
	return waited(document, token);
}

async function waited(
	document: vscode.TextDocument,
	token: Pick<vscode.CancellationToken, "isCancellationRequested"> | undefined,
): Promise<boolean> {
	await new Promise((resolve) => setTimeout(resolve, pauseMs));
	if (token?.isCancellationRequested) return false;
	compared.set(document, document.version);
	return true;
}
