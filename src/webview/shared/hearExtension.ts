import type { Handlers, Message } from "../../protocol/page.ts";

/**
 * Handles the extension's messages, and ignores messages that a page of another origin posts.
 *
 * VS Code's outer frame forwards the extension's messages and has this page's origin. Their `source` can't be compared
 * with `window.parent`, which VS Code replaces (`webview/browser/pre/index.html`: deleted in 1.100, the page itself in
 * 1.139).
 */
export function hearExtension<To extends Message>(handlers: Handlers<To>): void {
	window.addEventListener("message", ({ data, origin }: MessageEvent<To | undefined | null>) => {
		if (origin !== window.origin || !data || !Object.hasOwn(handlers, data.type)) return;
		const handle = handlers[data.type as To["type"]] as (message: To) => unknown;
		handle(data);
	});
}
