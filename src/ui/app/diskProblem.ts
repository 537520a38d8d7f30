import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { showWarning } from "../messages/messages.ts";

/** Shows that something can't be stored on disk, and offers the log. */
export async function showDiskProblem(problem: string): Promise<void> {
	const showLog = t("Show Log");
	const answer = await showWarning(problem, showLog);
	if (answer === showLog) await vscode.commands.executeCommand(commandIds.showLog);
}
