import type { BrowserContext } from "playwright-core";

/** Records the URL of each page that a window opens elsewhere, and closes the page. The returned list grows. */
export function recordOpened(context: BrowserContext, ownUrl: string): readonly string[] {
	const opened: string[] = [];
	/** URLs that a redirect leads to; their own requests aren't recorded again. */
	const redirected: string[] = [];
	context.on("request", (request) => {
		const url = elsewhere(request.url(), ownUrl);
		if (url === undefined || !request.isNavigationRequest()) {
			return;
		}
		const expected = redirected.indexOf(url);
		if (expected !== -1 && url === request.url()) {
			redirected.splice(expected, 1);
			return;
		}
		opened.push(url);
		if (url !== request.url()) {
			redirected.push(url);
		}
	});
	context.on("page", (page) => {
		if (elsewhere(page.url(), ownUrl) !== undefined) {
			void page.close();
		}
	});
	return opened;
}

/** Returns the URL that a page is for, unless it's a window of VS Code itself. */
function elsewhere(url: string, ownUrl: string): string | undefined {
	if (!url.startsWith(ownUrl)) {
		return /^https?:/.test(url) ? url : undefined;
	}
	// The server redirects these to another port: see serverEntry.js.
	const [, port, rest = "/"] = /^\/proxy\/(\d+)(\/.*)?$/.exec(url.slice(ownUrl.length)) ?? [];
	return port === undefined ? undefined : `http://127.0.0.1:${port}${rest}`;
}
