import { t } from "../../core/base/l10n.ts";
import { readSources, type CompareSources } from "../../core/comparison/source.ts";
import type { PanelKind } from "../panels/panelSet.ts";
import { ComparePanel, type ComparePanelHost } from "./comparePanel.ts";

/** Comparisons. Each has its own panel, so that several can be shown side by side. */
export function comparePanels(host: ComparePanelHost): PanelKind<CompareSources, ComparePanel> {
	return {
		searches: true,
		title: () => t("Comparison"),
		open: (panel, sources) => new ComparePanel(panel, host, sources),
		remembered: ({ sources }) => readSources(sources),
	};
}
