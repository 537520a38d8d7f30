import type { PanelKind } from "../panels/panelSet.ts";
import { ConfigPanel, titleOf } from "./configPanel.ts";
import type { ConfigPanelHost } from "./configPanelHost.ts";

/** The subject of a panel; undefined for the deployment that is active, or becomes active first. */
export interface ConfigSubject {
	readonly deployment: string | undefined;
}

/** Configurations, with a panel for each deployment. */
export function configPanels(host: ConfigPanelHost): PanelKind<ConfigSubject, ConfigPanel> {
	return {
		searches: true,
		title: ({ deployment }) =>
			titleOf(
				deployment === undefined ? host.deployments.active : host.deployments.find(deployment),
			),
		open: (panel, { deployment }) => new ConfigPanel(panel, host, deployment),
		remembered: ({ deployment }) => ({
			deployment: typeof deployment === "string" ? deployment : host.deployments.active?.saved.key,
		}),
		shows: ({ page }, { deployment }) => deployment !== undefined && page.deployment === deployment,
	};
}
