import * as vscode from "vscode";
import type { Deployment } from "../core/deployment.ts";
import type { Deployments } from "../core/deployments.ts";
import { t } from "../core/l10n.ts";
import { commandIds } from "./commandIds.ts";

const path = "/option";

/** A link that opens the editor at an option: it names the deployment by its address, so that others can use it. */
export function linkToOption({ known }: Deployment, optionId: string): string {
	const query = new URLSearchParams({ url: known.url, id: optionId });
	return `${vscode.env.uriScheme}://coder-deployment.coder-deployment${path}?${query.toString()}`;
}

/** Whether a link is one of {@link linkToOption}. */
export function isOptionLink(uri: vscode.Uri): boolean {
	return uri.path === path;
}

/** Opens the panel at the option of a link. It only shows what this window is signed in to. */
export async function openOptionLink(uri: vscode.Uri, deployments: Deployments): Promise<void> {
	const query = new URLSearchParams(uri.query);
	const url = query.get("url") ?? "";
	const deployment = deployments.list.find(({ known }) => known.url === url);
	if (deployment) {
		await vscode.commands.executeCommand(
			commandIds.openConfiguration,
			deployment.known.key,
			`@id:${query.get("id") ?? ""}`,
		);
		return;
	}
	const signIn = t("Sign In");
	const answer = await vscode.window.showInformationMessage(
		t("The link leads to an option of {0}, to which you are not signed in.", url),
		signIn,
	);
	if (answer === signIn) await vscode.commands.executeCommand(commandIds.signIn);
}
