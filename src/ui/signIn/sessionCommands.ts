import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import { endpointIds } from "../../core/coder/endpoints.ts";
import { t } from "../../core/base/l10n.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { showInformation } from "../messages/messages.ts";
import { overviewId } from "../app/names.ts";
import { refreshWithProgress } from "../app/refreshWithProgress.ts";
import type { SignInFlow } from "../../core/signIn/flow.ts";
import { isRow } from "../app/row.ts";
import type { Services } from "../app/services.ts";

/** Signing in and out. */
export function registerSessionCommands(
	{ commands, deployments }: Pick<Services, "commands" | "deployments">,
	signIn: SignInFlow,
): void {
	commands.on(commandIds.signIn, async () => {
		await showSignedIn(await signIn.run());
	});
	commands.on(commandIds.signInToLast, async () => {
		const [url] = deployments.seenUrls;
		await showSignedIn(await (url === undefined ? signIn.run() : signIn.again(url)));
	});
	commands.onDeployment(commandIds.signInAgain, async (deployment) => {
		await showSignedIn(await signIn.again(deployment.saved.url));
	});
	commands.onDeployment(commandIds.signOut, async (deployment, row) => {
		await deployments.signOut(deployment);
		// Its row is gone: left alone, VS Code would give the focus to the editor, where a page of ours may be open. From the
		// Command Palette the focus goes back to the editor, if there is one, and else to the view.
		if (isRow(row) || !vscode.window.tabGroups.activeTabGroup.activeTab)
			await vscode.commands.executeCommand(`${overviewId}.focus`);
		void showInformation(
			t(
				"Signed out of {0}. Its session token was removed from this machine.",
				deployment.saved.name,
			),
		);
	});
}

/** Brings the view to the front and loads the deployment that was just signed in to. */
export async function showSignedIn(deployment: Deployment | undefined): Promise<void> {
	if (!deployment) return;
	await vscode.commands.executeCommand(`${overviewId}.focus`);
	// Surfaces that woke up meanwhile have asked for what they show already.
	const { snapshot } = deployment;
	const missing = endpointIds.filter(
		(id) => snapshot[id].triedAt === undefined || snapshot[id].failure !== undefined,
	);
	await refreshWithProgress(deployment, missing);
}
