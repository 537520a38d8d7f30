import type { Message, ViolationMessage } from "../../../../src/protocol/page.ts";
import type { Host } from "../../../../src/webview/shared/host.ts";
import { TestWindow } from "./testWindow.ts";

/** A panel's page in a test window. */
export interface OpenedPage<From extends Message, Page> {
	readonly page: Page;
	readonly testWindow: TestWindow;
	readonly document: Document;
	/** What the page sent to the extension. */
	readonly sent: (From | ViolationMessage)[];
	/** What the page stored. */
	readonly state: unknown;
}

/**
 * Opens a page in a new test window, which the caller closes.
 *
 * @param create loads the page's code, which needs the window, and creates the page
 * @param saved what the page stored earlier
 */
export async function openPage<From extends Message, Page>(
	create: (root: HTMLElement, host: Host<From>) => Promise<Page>,
	saved?: unknown,
): Promise<OpenedPage<From, Page>> {
	const testWindow = new TestWindow();
	const { document } = testWindow.window;
	const sent: (From | ViolationMessage)[] = [];
	let state = saved;
	const page = await create(document.body, {
		postMessage: (message) => sent.push(message),
		getState: () => state,
		setState: (next) => (state = next),
	});
	return {
		page,
		testWindow,
		document,
		sent,
		get state() {
			return state;
		},
	};
}
