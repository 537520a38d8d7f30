import type { ConsoleMessage } from "playwright-core";

/**
 * Returns whether a console message is one that VS Code writes without our extension: always outside code-server, or
 * about its own GitHub accounts if its extensions need more than 5 seconds to start.
 */
export function isKnownNoise(message: ConsoleMessage): boolean {
	const place = `${message.location().url} ${message.text()}`;
	return /vsda|favicon|pwa-icon|[Mm]anifest|vscode-log:|\[lifecycle\]|authentication provider 'github'/.test(
		place,
	);
}
