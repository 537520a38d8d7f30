import type * as vscode from "vscode";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { SignInFlow } from "../../core/signIn/flow.ts";
import { followLink } from "../../core/signIn/link.ts";
import { showSignedIn } from "../commands/sessionCommands.ts";
import { showWarning } from "../messages/messages.ts";
import { isOptionLink, openOptionLink } from "../configuration/optionLinks.ts";
import { signInQuestions } from "../signIn/signIn.ts";

/**
 * Opens links such as `vscode://coder-deployment.coder-deployment/open?url=…&token=…`. A link does nothing by itself:
 * where it leads, and then whose token it carries, is shown and confirmed before anything is kept.
 */
export async function openLink(
	uri: vscode.Uri,
	deployments: Deployments,
	signIn: SignInFlow,
	log: Logger,
): Promise<void> {
	// The path only: the query may carry a token.
	log.info(`Link to ${uri.path}`);
	if (uri.path === "/open") {
		await showSignedIn(await followLink(new URLSearchParams(uri.query), signIn, signInQuestions));
	} else if (isOptionLink(uri)) await openOptionLink(uri, deployments);
	else {
		void showWarning(t("Coder Deployment doesn't recognize this link."));
	}
}
