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

/** Hears what the extension says. VS Code's frame passes on nothing else, so the type is trusted. */
export function onMessage(hear: (message: ToPanel) => void): void {
	window.addEventListener("message", ({ data }: MessageEvent<ToPanel>) => {
		hear(data);
	});
}
