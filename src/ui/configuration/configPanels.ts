import type { PanelKind } from "../panels/panelSet.ts";
import { ConfigPanel } from "./configPanel.ts";
import type { ConfigPanelHost } from "./configPanelHost.ts";

/** What a panel is about; no deployment stands for the active one, as soon as there is one. */
export interface ConfigSubject {
	readonly deployment: string | undefined;
}

/** Configurations: one panel a deployment. */
export function configPanels(host: ConfigPanelHost): PanelKind<ConfigSubject, ConfigPanel> {
	return {
		searches: true,
		open: (panel, { deployment }) => new ConfigPanel(panel, host, deployment),
		remembered: ({ deployment }) => ({
			deployment: typeof deployment === "string" ? deployment : host.deployments.active?.saved.key,
		}),
		shows: ({ page }, { deployment }) => deployment !== undefined && page.deployment === deployment,
	};
}
