/** After this time, VS Code has hidden an unanswered message, in ms (`PURGE_TIMEOUT` of its toasts, 10 to 15 s). */
const putAwayMs = 15_000;

const inFront = new Set<Promise<unknown>>();

/** Tracks a message until it is closed or hidden. @returns its answer */
export function track<T>(answer: Thenable<T>): Thenable<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const putAway = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, putAwayMs);
	});
	const closed = answer.then(
		() => undefined,
		() => undefined,
	);
	const gone = Promise.race([closed, putAway]).finally(() => {
		clearTimeout(timer);
		inFront.delete(gone);
	});
	inFront.add(gone);
	return answer;
}

/** Resolves once no message is visible. */
export async function untilQuiet(): Promise<void> {
	while (inFront.size > 0) await Promise.all(inFront);
}
