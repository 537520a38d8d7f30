/** Runs work once what was just changed is on screen: the reader sees it first. */
export function afterPaint(work: () => void): void {
	// A timer that is set within a frame runs behind it.
	requestAnimationFrame(() => {
		setTimeout(work);
	});
}
