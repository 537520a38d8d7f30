import type { Frame, Page } from "playwright-core";
import { poll } from "./poll.ts";

/**
 * Returns the document of an open webview that contains an element for `selector`. VS Code wraps it in two frames; the
 * inner one's URL ends in `fake.html`.
 */
export async function webviewFrame(page: Page, selector = "body > *"): Promise<Frame> {
	return poll(`a webview with ${selector}`, 20_000, async () => {
		for (const frame of page.frames()) {
			if (/\/fake\.html(\?|$)/.test(frame.url())) {
				const found = await frame
					.locator(selector)
					.count()
					.catch(() => 0);
				if (found > 0) {
					return frame;
				}
			}
		}
		return undefined;
	});
}
