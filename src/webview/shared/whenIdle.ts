/** The maximum time that idle work waits, in ms. */
const longestWait = 200;

/**
 * Calls a function once previous changes have been painted and nothing else is to do. Unlike `afterPaint`, it doesn't
 * delay the next keystroke.
 */
export function whenIdle(work: () => void): void {
	requestAnimationFrame(() => {
		requestIdleCallback(work, { timeout: longestWait });
	});
}
