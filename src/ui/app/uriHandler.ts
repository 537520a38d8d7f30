import type * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import type { Logger } from "../../core/base/logger.ts";
import { readUrl } from "../../core/base/url.ts";
import { showSignedIn } from "../commands/sessionCommands.ts";
import { askModal, showError, showWarning } from "../messages/messages.ts";
import { isOptionLink, openOptionLink } from "../configuration/optionLinks.ts";
import type { SignIn } from "../signIn/signIn.ts";

/**
 * Opens links such as `vscode://coder-deployment.coder-deployment/open?url=…&token=…`. A link does nothing by itself:
 * where it leads, and then whose token it carries, is shown and confirmed before anything is kept.
 */
export async function openLink(
	uri: vscode.Uri,
	deployments: Deployments,
	signIn: SignIn,
	log: Logger,
): Promise<void> {
	// The path only: the query may carry a token.
	log.info(`Link to ${uri.path}`);
	if (uri.path === "/open") await open(new URLSearchParams(uri.query), signIn);
	else if (isOptionLink(uri)) await openOptionLink(uri, deployments);
	else {
		void showWarning(t("This link is not one that Coder Deployment knows."));
	}
}

async function open(query: URLSearchParams, signIn: SignIn): Promise<void> {
	const reading = readUrl(query.get("url") ?? "");
	if (!reading.ok) {
		void showError(t("The link has no usable URL of a deployment. {0}", reading.message));
		return;
	}
	const { url } = reading;
	const go = t("Continue");
	const answer = await askModal(
		t("Sign in to {0}?", url),
		t(
			"A link asks for it. Continue only if you know this deployment and trust where the link came from.",
		),
		go,
	);
	if (answer !== go) return;
	const token = query.get("token");
	await showSignedIn(await (token ? signIn.with(url, token.trim()) : signIn.at(url)));
}
