import type { Page } from "playwright-core";

/** What the workbench's page keeps between two questions of the benchmark. */
interface Asked {
	benchPainted?: Promise<number>;
}

/**
 * How long it takes from a command until a webview shows an element for a selector, painted, in ms.
 *
 * @param run runs the command and tells when it was called, in ms since the epoch
 */
export async function timeToPainted(
	page: Page,
	selector: string,
	run: () => Promise<number>,
): Promise<number> {
	await page.evaluate(watch, selector);
	const startedAt = await run();
	const paintedAt = await page.evaluate(() => (globalThis as Asked).benchPainted ?? Number.NaN);
	return paintedAt - startedAt;
}

/** Runs in the workbench's page: waits until nothing is left of the last webview, then begins to look for the next. */
async function watch(selector: string): Promise<void> {
	// A webview's document is in a frame in a frame, both of the workbench's origin in this VS Code.
	const inner = (outer: HTMLIFrameElement): readonly HTMLIFrameElement[] => [
		...(outer.contentDocument?.querySelectorAll("iframe") ?? []),
	];
	const shown = (): Window | undefined =>
		[...document.querySelectorAll("iframe")]
			.flatMap(inner)
			.find((frame) => frame.contentDocument?.querySelector(selector))?.contentWindow ?? undefined;
	const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 4));
	const drawn = (view: Window): Promise<number> =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => {
				resolve(performance.timeOrigin + performance.now());
			};
			// Sent from within a drawing, the message arrives after it.
			view.requestAnimationFrame(() => {
				port2.postMessage("");
			});
		});
	const next = async (): Promise<number> => {
		for (;;) {
			const view = shown();
			if (view) return drawn(view);
			await pause();
		}
	};
	while (shown()) await pause();
	(globalThis as Asked).benchPainted = next();
}
