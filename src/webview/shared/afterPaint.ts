/** Calls a function once previous changes have been painted, so that the reader sees them first. */
export function afterPaint(work: () => void): void {
	// A timer that is set within a frame runs after it.
	requestAnimationFrame(() => {
		setTimeout(work);
	});
}
