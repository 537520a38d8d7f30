import * as vscode from "vscode";
import { readSources, type CompareSources } from "../../core/comparison/source.ts";
import type { Disposable } from "../../core/base/event.ts";
import { ComparePanel } from "./comparePanel.ts";
import type { ComparePanelHost } from "./comparePanelHost.ts";
import { pageOptions } from "../panels/webviewHtml.ts";

/** The panels' type, by which VS Code restores them after a reload of the window. */
const viewType = "coderDeployment.comparison";

/** The open comparisons. Each gets a panel of its own, so that several can stand side by side. */
export class ComparePanels implements Disposable {
	readonly #host: ComparePanelHost;
	readonly #panels = new Set<ComparePanel>();

	constructor(host: ComparePanelHost) {
		this.#host = host;
	}

	/** Opens a panel and compares in it. */
	show(sources: CompareSources): void {
		const panel = vscode.window.createWebviewPanel(viewType, "", vscode.ViewColumn.Active, {
			enableFindWidget: true,
		});
		this.#add(panel, sources);
	}

	/** Brings a panel back to life that VS Code restored; `state` is what its page remembered. */
	restore(panel: vscode.WebviewPanel, state: unknown): void {
		const { sources } = (typeof state === "object" && state !== null ? state : {}) as {
			readonly sources?: unknown;
		};
		const read = readSources(sources);
		if (read) this.#add(panel, read);
		else panel.dispose();
	}

	dispose(): void {
		for (const panel of this.#panels) panel.dispose();
	}

	#add(webviewPanel: vscode.WebviewPanel, sources: CompareSources): void {
		webviewPanel.webview.options = pageOptions;
		const panel = new ComparePanel(webviewPanel, this.#host, sources, () =>
			this.#panels.delete(panel),
		);
		this.#panels.add(panel);
	}
}
