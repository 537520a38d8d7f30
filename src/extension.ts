import * as vscode from "vscode";
import type { CoderDeploymentApi } from "./api.ts";
import { lazy, type Lazy } from "./core/base/lazy.ts";
import { SavedDeployments } from "./core/deployments/savedDeployments.ts";
import { hasWork, onSignInElsewhere, onTrust } from "./ui/app/activation.ts";
import { registerDocuments } from "./ui/app/documentFront.ts";
import type { Front } from "./ui/app/front.ts";
import { speak } from "./ui/app/language.ts";
import { overviewId } from "./ui/app/names.ts";
import type { Services } from "./ui/app/services.ts";
import { reportDamage } from "./ui/app/reportDamage.ts";
import { registerTools } from "./ui/chatTools/register.ts";
import { reorderByDragging } from "./ui/overview/reorder.ts";
import { TreeFront } from "./ui/overview/treeFront.ts";
import { showFirstWelcome } from "./ui/overview/welcomeText.ts";
import { publicApi } from "./ui/publicApi/publicApi.ts";

/**
 * Sets up the front: what VS Code needs immediately. Everything else is loaded afterward if the user is signed in, and
 * otherwise when it's first needed.
 */
export function activate(context: vscode.ExtensionContext): CoderDeploymentApi {
	speak();
	const { globalState, secrets, subscriptions } = context;
	const { entries, seenUrls } = new SavedDeployments(globalState);
	const app: Lazy<Services> = lazy(async () => (await import("./app.ts")).startApp(front));
	const start = (): void => void app.get().catch(reportDamage);
	const rows = new TreeFront(async () => (entries.length > 0 ? app.get() : undefined));
	const view = vscode.window.createTreeView(overviewId, {
		treeDataProvider: rows,
		showCollapseAll: true,
		dragAndDropController: reorderByDragging(app.get),
	});
	if (entries.length === 0) showFirstWelcome(view, seenUrls);
	const documents = registerDocuments(async () =>
		(await import("./documents.ts")).watchDocuments(() => app.loaded?.deployments),
	);
	const { variables, files } = documents;
	const front: Front = { context, view, rows, variables, files };
	subscriptions.push(
		documents,
		rows,
		view,
		...commandsOf(context).map((id) =>
			vscode.commands.registerCommand(id, async (...args: unknown[]) =>
				(await app.get()).commands.run(id, args),
			),
		),
		vscode.window.registerUriHandler({
			handleUri: async (uri) => (await app.get()).links.open(uri),
		}),
		onSignInElsewhere(globalState, secrets, start),
		onTrust(start),
		registerTools(app.get),
	);
	// Activation comes first; the view's progress covers what waits here.
	if (hasWork(entries)) setTimeout(start, 0);
	return publicApi(app.get);
}

/** Returns the commands of package.json. A test compares them with the commands that features register. */
function commandsOf({ extension }: vscode.ExtensionContext): readonly string[] {
	const { contributes } = extension.packageJSON as {
		readonly contributes: { readonly commands: readonly { readonly command: string }[] };
	};
	return contributes.commands.map(({ command }) => command);
}
