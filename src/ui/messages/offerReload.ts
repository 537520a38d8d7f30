import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { showError } from "./messages.ts";

/** Says that a newer version took the place of the one that runs, and offers what helps. */
export async function offerReload(): Promise<void> {
	const reload = t("Reload Window");
	const answer = await showError(
		t("Coder Deployment was updated. Reload the window to use the new version."),
		reload,
	);
	if (answer === reload) await vscode.commands.executeCommand("workbench.action.reloadWindow");
}
