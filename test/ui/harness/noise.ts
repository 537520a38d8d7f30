import type { ConsoleMessage } from "playwright-core";

/** Returns whether a console message is one that VS Code outside code-server always writes. */
export function isKnownNoise(message: ConsoleMessage): boolean {
	const place = `${message.location().url} ${message.text()}`;
	return /vsda|favicon|pwa-icon|[Mm]anifest|vscode-log:|\[lifecycle\]/.test(place);
}
