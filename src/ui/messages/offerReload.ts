import * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
import { showError } from "./messages.ts";

let isShown = false;

/**
 * Shows that the running version was replaced by a newer one, and offers to reload the window. Only one such message is
 * shown at a time.
 */
export async function offerReload(): Promise<void> {
	if (isShown) return;
	isShown = true;
	const reload = t("Reload Window");
	const answer = await showError(
		t("Coder Deployment was updated. Reload the window to use the new version."),
		reload,
	).finally(() => {
		isShown = false;
	});
	if (answer === reload) await vscode.commands.executeCommand("workbench.action.reloadWindow");
}
