import type { Handlers, Message } from "../../protocol/page.ts";

/** The ID of the element that contains the first message as JSON. */
export const firstId = "first";

/**
 * Handles the extension's messages: first the one in the document, if there is one. Ignores messages that a page of
 * another origin posts.
 *
 * VS Code's outer frame forwards the extension's messages and has this page's origin. Their `source` can't be compared
 * with `window.parent`, which VS Code replaces (`webview/browser/pre/index.html`: deleted in 1.100, the page itself in
 * 1.139).
 */
export function receiveMessages<To extends Message>(handlers: Handlers<To>): void {
	const handle = (message: To | undefined | null): void => {
		if (!message || !Object.hasOwn(handlers, message.type)) return;
		const handler = handlers[message.type as To["type"]] as (message: To) => unknown;
		handler(message);
	};
	window.addEventListener("message", ({ data, origin }: MessageEvent<To | undefined | null>) => {
		if (origin === window.origin) handle(data);
	});
	const first = window.document.getElementById(firstId)?.textContent;
	if (first) handle(JSON.parse(first) as To | null);
}
