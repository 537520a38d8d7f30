import { hearExtension } from "../shared/hearExtension.ts";
import type { FromComparePanel, ToComparePanel } from "../../protocol/comparePanel.ts";

/** The page's only way to the extension. VS Code hands it out once. */
export interface CompareHost {
	postMessage(message: FromComparePanel): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): CompareHost;

/** Takes the way to the extension. */
export function connect(): CompareHost {
	return acquireVsCodeApi();
}

/** Hears what the extension says. */
export function onMessage(hear: (message: ToComparePanel) => void): void {
	hearExtension((message) => {
		hear(message as ToComparePanel);
	});
}
