import type * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { nameOfUrl } from "../../core/base/url.ts";
import { welcomeCause } from "../../core/overview/welcome.ts";
import { setContext } from "../app/contextKeys.ts";
import { showWelcome } from "./welcomeText.ts";

/** Informs VS Code whether the view shows a welcome text or rows. */
export function updateWelcome(
	{ list, listed, seenUrls }: Deployments,
	view: vscode.TreeView<unknown>,
): void {
	const cause = welcomeCause(listed, seenUrls);
	const [url] = seenUrls;
	showWelcome(view, cause, url && nameOfUrl(url));
	if (view.visible && list.length > 0) setContext("done.overview", true);
}
