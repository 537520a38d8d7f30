import type { ConsoleMessage } from "playwright-core";

/** What a VS Code outside of code-server's wrapper complains about, whatever it is used for. */
export function isKnownNoise(message: ConsoleMessage): boolean {
	const place = `${message.location().url} ${message.text()}`;
	return /vsda|favicon|pwa-icon|[Mm]anifest|vscode-log:|\[lifecycle\]/.test(place);
}
