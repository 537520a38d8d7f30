import * as vscode from "vscode";
import type { Deployment } from "../../core/deployments/deployment.ts";
import type { Deployments } from "../../core/deployments/deployments.ts";
import type { Disposable } from "../../core/base/event.ts";
import { t } from "../../core/base/l10n.ts";
import type { Logger } from "../../core/base/logger.ts";
import type { ComparePanels } from "./comparePanels.ts";
import type { SideParts } from "./compareSides.ts";
import type { Documents } from "../app/documents.ts";
import type { HistoryFeature } from "../history/history.ts";

/** What comparisons work with. */
export interface CompareParts {
	readonly extensionUri: vscode.Uri;
	readonly deployments: Deployments;
	readonly documents: Documents;
	readonly history: HistoryFeature;
	readonly log: Logger;
}

/** Compares configurations. */
export interface CompareFeature extends Disposable {
	/**
	 * Asks what a deployment is to be compared with, and opens the comparison.
	 *
	 * @param event a change in the deployment's history: then what was before it is compared with what was after
	 */
	readonly compare: (deployment: Deployment, event?: string) => Promise<void>;
}

/** Opens comparisons. Their code is loaded when the first one opens, or is restored after a reload. */
export function registerCompare(parts: CompareParts): CompareFeature {
	let panels: Promise<ComparePanels> | undefined;
	const load = (): Promise<ComparePanels> => (panels ??= loadPanels(parts));
	const serializer = vscode.window.registerWebviewPanelSerializer("coderDeployment.comparison", {
		deserializeWebviewPanel: async (panel, state) => {
			(await load()).restore(panel, state);
		},
	});
	const document = parts.documents.add("compared-config.yaml", async (uri) => {
		const { drawSide } = await import("../app/yaml.ts");
		return drawSide(uri, sideParts(parts));
	});
	return {
		compare: async (deployment, event) => {
			const history = await parts.history.open();
			const { key } = deployment.known;
			if (event !== undefined) {
				const { events } = await history.log(key);
				const change = events.find(({ id }) => id === event);
				if (!change) throw new Error(t("This change is no longer in the history."));
				const side = (id: string) => ({ kind: "snapshot", deployment: key, id }) as const;
				(await load()).show({ left: side(change.beforeId), right: side(change.id) });
				return;
			}
			const { askWhat } = await import("../app/yaml.ts");
			const left = await askWhat(deployment, parts.deployments, history);
			if (left) (await load()).show({ left, right: { kind: "deployment", deployment: key } });
		},
		dispose: () => {
			serializer.dispose();
			document.dispose();
			void panels?.then((loaded) => {
				loaded.dispose();
			});
		},
	};
}

async function loadPanels(parts: CompareParts): Promise<ComparePanels> {
	const { ComparePanels } = await import("../app/yaml.ts");
	return new ComparePanels({ ...parts, ...sideParts(parts) });
}

function sideParts({ deployments, history }: CompareParts): SideParts {
	return { deployments, history: () => history.open() };
}
