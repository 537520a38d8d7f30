import * as vscode from "vscode";
import type { Disposable } from "../../core/base/event.ts";
import { StatsPanel } from "./statsPanel.ts";
import type { StatsPanelHost } from "./statsPanelHost.ts";
import { pageOptions } from "../panels/webviewHtml.ts";

/** The panels' type, by which VS Code restores them after a reload of the window. */
const viewType = "coderDeployment.statistics";

/** The open statistics panels: one a deployment. */
export class StatsPanels implements Disposable {
	readonly #host: StatsPanelHost;
	readonly #panels = new Set<StatsPanel>();

	constructor(host: StatsPanelHost) {
		this.#host = host;
	}

	/** Opens the panel of a deployment, or brings it to the front. */
	show(key: string): void {
		const open = [...this.#panels].find((panel) => panel.key === key);
		if (open) open.toFront();
		else this.#add(this.#create(), key);
	}

	/** Brings a panel back to life that VS Code restored; `state` is what its page remembered. */
	restore(panel: vscode.WebviewPanel, state: unknown): void {
		const { deployment } = (typeof state === "object" && state !== null ? state : {}) as {
			readonly deployment?: unknown;
		};
		const key =
			typeof deployment === "string" ? deployment : this.#host.deployments.active?.known.key;
		const isOpen = [...this.#panels].some((open) => open.key === key);
		if (key === undefined || isOpen) panel.dispose();
		else this.#add(panel, key);
	}

	dispose(): void {
		for (const panel of this.#panels) panel.dispose();
	}

	#create(): vscode.WebviewPanel {
		return vscode.window.createWebviewPanel(viewType, "", vscode.ViewColumn.Active, {
			enableFindWidget: true,
		});
	}

	#add(webviewPanel: vscode.WebviewPanel, key: string): void {
		webviewPanel.webview.options = pageOptions;
		const panel = new StatsPanel(webviewPanel, this.#host, key, () => this.#panels.delete(panel));
		this.#panels.add(panel);
	}
}
