import { hearExtension } from "../shared/hearExtension.ts";
import type { FromStatsPanel, ToStatsPanel } from "../../protocol/statsPanel.ts";

/** The page's only way to the extension. VS Code hands it out once. */
export interface StatsHost {
	postMessage(message: FromStatsPanel): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): StatsHost;

/** Takes the way to the extension. */
export function connect(): StatsHost {
	return acquireVsCodeApi();
}

/** Hears what the extension says. */
export function onMessage(hear: (message: ToStatsPanel) => void): void {
	hearExtension((message) => {
		hear(message as ToStatsPanel);
	});
}
