import { readSources, type CompareSources } from "../../core/comparison/source.ts";
import type { PanelKind } from "../panels/panelSet.ts";
import { ComparePanel, type ComparePanelHost } from "./comparePanel.ts";

/** Comparisons. Each gets a panel of its own, so that several can stand side by side. */
export function comparePanels(host: ComparePanelHost): PanelKind<CompareSources, ComparePanel> {
	return {
		searches: true,
		open: (panel, sources) => new ComparePanel(panel, host, sources),
		remembered: ({ sources }) => readSources(sources),
	};
}
