import type * as vscode from "vscode";
import { t } from "../../core/base/l10n.ts";
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
	const title = (cause !== undefined && name) || t("Coder Deployment");
	// At first, the view has the title from package.json, so that activation needn't send it.
	if (view.title !== title) view.title = title;
}

/**
 * Shows the welcome text for users without any deployments, as long as nothing else is loaded.
 *
 * @param seenUrls addresses that they signed in to before, newest first
 */
export function showFirstWelcome(view: vscode.TreeView<unknown>, [url]: readonly string[]): void {
	showWelcome(view, url === undefined ? "neverSignedIn" : "signedOut", url && nameOfUrl(url));
}
