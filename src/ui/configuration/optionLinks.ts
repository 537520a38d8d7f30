import * as vscode from "vscode";
import {
	optionLinkPath,
	optionLinkQuery,
	readOptionLink,
} from "../../core/configuration/optionLink.ts";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import { t } from "../../core/base/l10n.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { showError, showInformation } from "../messages/messages.ts";

/**
 * Returns a link that opens the editor at an option. An editor in a browser has a scheme that no program handles, so
 * its links open VS Code on the desktop.
 */
export function linkToOption({ saved }: Deployment, optionId: string): string {
	const query = optionLinkQuery(saved.url, optionId);
	const scheme = vscode.env.uiKind === vscode.UIKind.Web ? "vscode" : vscode.env.uriScheme;
	return `${scheme}://coder-deployment.coder-deployment${optionLinkPath}?${query}`;
}

/** Whether a link is one of {@link linkToOption}. */
export function isOptionLink(uri: vscode.Uri): boolean {
	return uri.path === optionLinkPath;
}

/** Opens the panel at a link's option. Only shows deployments that this window is signed in to. */
export async function openOptionLink(uri: vscode.Uri, deployments: Deployments): Promise<void> {
	const link = readOptionLink(uri.query);
	if (!link.ok) {
		void showError(t("The link doesn't contain a valid deployment URL. {0}", link.message));
		return;
	}
	const deployment = deployments.at(link.url);
	if (deployment) {
		await vscode.commands.executeCommand(
			commandIds.openConfiguration,
			deployment.saved.key,
			`@id:${link.optionId}`,
		);
		return;
	}
	const signIn = t("Sign In");
	const answer = await showInformation(
		t("The link leads to an option of {0}, but you aren't signed in there.", link.url),
		signIn,
	);
	if (answer === signIn) await vscode.commands.executeCommand(commandIds.signIn);
}
