import * as vscode from "vscode";
import type { Disposable } from "../../core/base/event.ts";
import { ConfigPanel, type Wish } from "./configPanelWindow.ts";
import type { ConfigPanelHost } from "./configPanelHost.ts";
import { panelEndpoints } from "./panelContent.ts";
import { watchPanel } from "../panels/watchPanel.ts";
import { pageOptions } from "../panels/webviewHtml.ts";

/** The panels' type, by which VS Code restores them after a reload of the window. */
export const viewType = "coderDeployment.configuration";

/** The open configuration panels: one a deployment. */
export class ConfigPanels implements Disposable {
	readonly #host: ConfigPanelHost;
	readonly #panels = new Set<ConfigPanel>();

	constructor(host: ConfigPanelHost) {
		this.#host = host;
	}

	/**
	 * Opens the panel of a deployment, or brings it to the front.
	 *
	 * @param deploymentKey the active deployment unless given
	 * @param wish an option to go to, or a text to search for
	 */
	show(deploymentKey?: string, wish?: Wish): void {
		const key = deploymentKey ?? this.#host.deployments.active?.known.key;
		const open = [...this.#panels].find((panel) => panel.key === key);
		if (open) open.toFront();
		const panel = open ?? this.#add(this.#create(), key);
		if (wish) panel.wish(wish);
	}

	/** Brings a panel back to life that VS Code restored; `state` is what its page remembered. */
	restore(panel: vscode.WebviewPanel, state: unknown): void {
		const key = keyIn(state) ?? this.#host.deployments.active?.known.key;
		if (key !== undefined && [...this.#panels].some((open) => open.key === key)) panel.dispose();
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

	#add(webviewPanel: vscode.WebviewPanel, key: string | undefined): ConfigPanel {
		// A restored panel comes with the options of the version that made it.
		webviewPanel.webview.options = pageOptions;
		const panel = new ConfigPanel(webviewPanel, this.#host, key, () => this.#panels.delete(panel));
		this.#panels.add(panel);
		const { deployments, watchers } = this.#host;
		watchPanel(webviewPanel, watchers, panelEndpoints, () =>
			panel.key === undefined ? undefined : deployments.find(panel.key),
		);
		return panel;
	}
}

function keyIn(state: unknown): string | undefined {
	if (typeof state !== "object" || state === null || !("deployment" in state)) return undefined;
	return typeof state.deployment === "string" ? state.deployment : undefined;
}
