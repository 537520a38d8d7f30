import type { Page } from "playwright-core";

/** The state that the workbench's page keeps between two calls of the benchmark. */
interface WithPaintTime {
	benchPainted?: Promise<number>;
}

/**
 * Returns the time from a command until a webview has painted an element that matches a selector, in ms.
 *
 * @param run runs the command and returns when it was called, in ms since the epoch
 */
export async function timeToPainted(
	page: Page,
	selector: string,
	run: () => Promise<number>,
): Promise<number> {
	await page.evaluate(watch, selector);
	const startedAt = await run();
	const paintedAt = await page.evaluate(
		() => (globalThis as WithPaintTime).benchPainted ?? Number.NaN,
	);
	return paintedAt - startedAt;
}

/** Runs in the workbench's page: waits until the last webview is gone, and then starts to look for the next one. */
async function watch(selector: string): Promise<void> {
	// A webview's document is in a nested frame. In this VS Code, both frames have the workbench's origin.
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
			// A message that is sent in an animation frame arrives after it.
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
	(globalThis as WithPaintTime).benchPainted = next();
}
