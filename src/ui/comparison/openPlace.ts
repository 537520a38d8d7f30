import * as vscode from "vscode";
import type { FilePlace } from "../../core/comparison/side.ts";

/** Shows where a file sets an option. */
export async function openPlace({ uri, from, to }: FilePlace): Promise<void> {
	const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
	const selection = new vscode.Range(document.positionAt(from), document.positionAt(to));
	await vscode.window.showTextDocument(document, { selection });
}
