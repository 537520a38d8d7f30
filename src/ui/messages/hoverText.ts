import * as vscode from "vscode";
import type { OwnCommand } from "../../core/base/markdown.ts";

/**
 * Creates a hover's text.
 *
 * @param paragraphs Markdown created by `core/base/markdown`
 * @param commands the only commands that its links may run
 */
export function hoverText(
	paragraphs: readonly string[],
	commands: readonly OwnCommand[] = [],
): vscode.MarkdownString {
	const text = new vscode.MarkdownString(paragraphs.join("\n\n"));
	if (commands.length > 0) text.isTrusted = { enabledCommands: commands };
	return text;
}
