import * as vscode from "vscode";
import { lazyPart } from "../messages/lazyPart.ts";
import type { Services } from "../app/services.ts";
import type { PageServices } from "./pageHost.ts";
import { PanelSet, type OpenPanel, type PanelKind } from "./panelSet.ts";

/**
 * Registers a kind of panel. Its code is loaded when the first one opens, or is restored after a reload.
 *
 * @param viewType the panels' type, by which VS Code restores them after a reload of the window
 * @returns a function that loads the open panels
 */
export function registerPanels<Subject, P extends OpenPanel>(
	services: Services,
	viewType: string,
	load: (pages: PageServices) => Promise<PanelKind<Subject, P>>,
): () => Promise<PanelSet<Subject, P>> {
	const { inFront, subscriptions } = services;
	const panels = subscriptions.add(
		lazyPart(async () => {
			const { pageServices } = await import("./pageServices.ts");
			return new PanelSet(viewType, await load(pageServices(services)));
		}),
	);
	subscriptions.add(
		vscode.window.registerWebviewPanelSerializer(viewType, {
			deserializeWebviewPanel: async (panel, state) => {
				(await panels.get()).restore(panel, state);
			},
		}),
	);
	inFront.addPanels(() => panels.loaded?.inFront?.page.deployment);
	return panels.get;
}
