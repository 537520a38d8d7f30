import * as vscode from "vscode";
import type { CoderDeploymentApi } from "./api.ts";
import { commandIds } from "./ui/commands/commandIds.ts";
import { LazyApp } from "./ui/app/lazyApp.ts";
import { hasWork, isSignedIn, onSignInElsewhere, onTrust } from "./ui/app/activation.ts";
import { publicApi } from "./ui/publicApi/publicApi.ts";
import { reorderByDragging } from "./ui/overview/reorder.ts";
import { registerTools } from "./ui/chatTools/register.ts";
import { TreeFront } from "./ui/overview/treeFront.ts";
import { showFirstWelcome } from "./ui/overview/welcomeText.ts";
import { speak } from "./ui/app/language.ts";
import { overviewId } from "./ui/app/names.ts";
import { registerVariables } from "./ui/variables/variables.ts";

/**
 * Puts up the front: what VS Code has to know at once. Whatever is behind it is loaded when this is over, if somebody
 * is signed in, and else when it is needed for the first time.
 */
export function activate(context: vscode.ExtensionContext): CoderDeploymentApi {
	speak();
	const { globalState, secrets, subscriptions } = context;
	const signedIn = isSignedIn(globalState);
	void vscode.commands.executeCommand("setContext", "coderDeployment.signedIn", signedIn);
	const treeFront = new TreeFront(async () => (signedIn ? (await app.get()).tree : undefined));
	const view = vscode.window.createTreeView(overviewId, {
		treeDataProvider: treeFront,
		showCollapseAll: true,
		dragAndDropController: reorderByDragging(() => app.get()),
	});
	showFirstWelcome(view, globalState);
	const variables = registerVariables(() => app.loaded?.deployments.active);
	const app: LazyApp = new LazyApp({ context, view, treeFront, variables });
	subscriptions.push(
		variables,
		treeFront,
		view,
		...Object.values(commandIds).map((id) =>
			vscode.commands.registerCommand(id, async (...args: unknown[]) =>
				(await app.get()).commands.run(id, args),
			),
		),
		vscode.window.registerUriHandler({
			handleUri: async (uri) => (await app.get()).openLink(uri),
		}),
		onSignInElsewhere(globalState, secrets, app.start),
		onTrust(app.start),
		registerTools(app.get),
	);
	// Activation comes first; what is kept waiting here is told by the view's progress.
	if (hasWork(globalState)) setTimeout(app.start, 0);
	return publicApi(app.get);
}
