import type * as vscode from "vscode";
import { SavedDeployments } from "../../core/deployments/savedDeployments.ts";
import { t } from "../../core/base/l10n.ts";
import type { Memory } from "../../core/base/memory.ts";
import { nameOfUrl } from "../../core/base/url.ts";
import type { WelcomeCause } from "../../core/overview/welcome.ts";
import { setContext } from "../app/contextKeys.ts";

/**
 * Tells the welcome texts of package.json which of them to show. Their words are fixed, so the view's title names the
 * deployment that they are about.
 *
 * @param cause nothing where the view has rows
 */
export function showWelcome(
	view: vscode.TreeView<unknown>,
	cause: WelcomeCause | undefined,
	name: string | undefined,
): void {
	setContext("welcome", cause);
	view.title = (cause !== undefined && name) || t("Coder Deployment");
}

/** Shows the welcome text for nobody signed in, as long as nothing else is loaded. */
export function showFirstWelcome(view: vscode.TreeView<unknown>, memory: Memory): void {
	const savedDeployments = new SavedDeployments(memory);
	if (savedDeployments.entries.length > 0) return;
	const [url] = savedDeployments.seenUrls;
	showWelcome(view, url === undefined ? "neverSignedIn" : "signedOut", url && nameOfUrl(url));
}
