import * as vscode from "vscode";
import type { OwnCommand } from "../../core/base/markdown.ts";

/**
 * Makes the text of a hover.
 *
 * @param paragraphs in Markdown, made by `core/base/markdown`
 * @param commands all that its links may run
 */
export function hoverText(
	paragraphs: readonly string[],
	commands: readonly OwnCommand[] = [],
): vscode.MarkdownString {
	const text = new vscode.MarkdownString(paragraphs.join("\n\n"));
	if (commands.length > 0) text.isTrusted = { enabledCommands: commands };
	return text;
}
