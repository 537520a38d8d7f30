import { hearExtension } from "./hearExtension.ts";
import type { FromPanel, ToPanel } from "../../protocol/configPanel.ts";

interface VsCodeApi {
	postMessage(message: FromPanel): void;
	getState(): unknown;
	setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The page's only way to the extension. VS Code hands it out once. */
export type Host = VsCodeApi;

/** Takes the way to the extension. */
export function connect(): Host {
	return acquireVsCodeApi();
}

/** Hears what the extension says. */
export function onMessage(hear: (message: ToPanel) => void): void {
	hearExtension((message) => {
		hear(message as ToPanel);
	});
}
