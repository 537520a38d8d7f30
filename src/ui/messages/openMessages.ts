/** By then VS Code has put a message away that nobody answered, in ms. Fact: `PURGE_TIMEOUT` of its toasts, 10 to 15 s. */
const putAwayMs = 15_000;

const inFront = new Set<Promise<unknown>>();

/** Remembers a message until it is closed or put away. @returns its answer */
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

/** Resolves once no message is in front of people any more. */
export async function untilQuiet(): Promise<void> {
	while (inFront.size > 0) await Promise.all(inFront);
}
