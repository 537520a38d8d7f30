import type { BrowserContext, Page, Request } from "playwright-core";

/** A recording of URLs; the list grows until it stops. */
export interface Recording {
	readonly urls: readonly string[];
	readonly stop: () => void;
}

/** Records the URL of each page that a window opens elsewhere, and closes the page. */
export function recordOpened(context: BrowserContext, ownUrl: string): Recording {
	const opened: string[] = [];
	/** URLs that a redirect leads to; their own requests aren't recorded again. */
	const redirected: string[] = [];
	const onRequest = (request: Request): void => {
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
	};
	const onPage = (page: Page): void => {
		if (elsewhere(page.url(), ownUrl) !== undefined) {
			void page.close();
		}
	};
	context.on("request", onRequest).on("page", onPage);
	const stop = (): void => {
		context.off("request", onRequest).off("page", onPage);
	};
	return { urls: opened, stop };
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
