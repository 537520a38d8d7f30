import * as vscode from "vscode";
import { namedPart, type Deployment } from "../../core/deployments/deployment.ts";
import { endpointIds } from "../../core/coder/endpoints.ts";
import { t } from "../../core/base/l10n.ts";
import { commandIds } from "../../core/commands/commandIds.ts";
import { showInformation } from "../messages/messages.ts";
import { rowId } from "../../core/overview/rowIds.ts";
import type { Front } from "../app/front.ts";
import { overviewId } from "../app/names.ts";
import { refreshWithProgress } from "../app/refreshWithProgress.ts";
import { revealIn } from "../app/reveal.ts";
import type { SignInFlow } from "../../core/signIn/flow.ts";
import { isRow } from "../app/row.ts";
import type { Services } from "../app/services.ts";

/** Registers the commands for signing in and out. */
export function registerSessionCommands(
	{ commands, deployments, front }: Pick<Services, "commands" | "deployments" | "front">,
	signIn: SignInFlow,
): void {
	const show = (deployment: Deployment | undefined): Promise<void> =>
		showSignedIn(front, deployment);
	// On the row of a signed-out deployment, the command is about that deployment.
	commands.on(commandIds.signIn, async (target) => {
		const listed = commands.findListed(target);
		await show(await (listed ? signIn.again(namedPart(listed).url) : signIn.run()));
	});
	commands.on(commandIds.signInToLast, async () => {
		const [url] = deployments.seenUrls;
		await show(await (url === undefined ? signIn.run() : signIn.again(url)));
	});
	commands.onDeployment(commandIds.signInAgain, async (deployment) => {
		await show(await signIn.again(deployment.saved.url));
	});
	commands.onDeployment(commandIds.signOut, async (deployment, row) => {
		await deployments.signOut(deployment);
		// After signing out on a row, the focus stays there, even if a page of the extension is open. After using the
		// Command Palette, it returns to the editor, or to the view if there is no editor.
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

/** Reveals and loads the row of the deployment that the user just signed in to. */
export async function showSignedIn(
	front: Front,
	deployment: Deployment | undefined,
): Promise<void> {
	if (!deployment) return;
	await vscode.commands.executeCommand(`${overviewId}.focus`);
	await revealIn(front)(rowId(deployment.saved.key));
	// Surfaces that became active in the meantime have already requested their data.
	const { snapshot } = deployment;
	const missing = endpointIds.filter(
		(id) => snapshot[id].triedAt === undefined || snapshot[id].failure !== undefined,
	);
	await refreshWithProgress(deployment, missing);
}
