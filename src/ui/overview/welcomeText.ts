import type * as vscode from "vscode";
import { SavedDeployments } from "../../core/deployments/savedDeployments.ts";
import { t } from "../../core/base/l10n.ts";
import type { Memory } from "../../core/base/memory.ts";
import { nameOfUrl } from "../../core/base/url.ts";
import type { WelcomeCause } from "../../core/overview/welcome.ts";
import { setContext } from "../app/contextKeys.ts";

/**
 * Selects the welcome text in package.json. Since these texts are fixed, the view's title contains the name of the
 * deployment that they are about.
 *
 * @param cause undefined if the view has rows
 */
export function showWelcome(
	view: vscode.TreeView<unknown>,
	cause: WelcomeCause | undefined,
	name: string | undefined,
): void {
	setContext("welcome", cause);
	view.title = (cause !== undefined && name) || t("Coder Deployment");
}

/** Shows the welcome text for users who aren't signed in, as long as nothing else is loaded. */
export function showFirstWelcome(view: vscode.TreeView<unknown>, memory: Memory): void {
	const savedDeployments = new SavedDeployments(memory);
	if (savedDeployments.entries.length > 0) return;
	const [url] = savedDeployments.seenUrls;
	showWelcome(view, url === undefined ? "neverSignedIn" : "signedOut", url && nameOfUrl(url));
}
