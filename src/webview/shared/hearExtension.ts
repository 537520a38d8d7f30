/**
 * Calls `hear` with each message of the extension, and ignores what a page of another origin posts here.
 *
 * VS Code's outer frame passes the extension's messages on and has this page's origin. Its `source` can't be compared
 * with `window.parent`, which VS Code replaces (`webview/browser/pre/index.html`: deleted in 1.100, the page itself in
 * 1.139).
 */
export function hearExtension(hear: (message: unknown) => void): void {
	window.addEventListener("message", ({ data, origin }: MessageEvent<unknown>) => {
		if (origin === window.origin) hear(data);
	});
}
