import type { PanelKind } from "../panels/panelSet.ts";
import { StatsPanel, titleOf, type StatsPanelHost } from "./statsPanel.ts";

/** Statistics, with a panel for each deployment. The subject is its key. */
export function statsPanels(host: StatsPanelHost): PanelKind<string, StatsPanel> {
	return {
		title: (key) => titleOf(host.deployments.find(key)),
		open: (panel, key) => new StatsPanel(panel, host, key),
		remembered: ({ deployment }) =>
			typeof deployment === "string" ? deployment : host.deployments.active?.saved.key,
		shows: ({ page }, key) => page.deployment === key,
	};
}
