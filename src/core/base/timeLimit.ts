/** Thrown when something takes longer than its limit. */
export class TimeLimitError extends Error {
	override name = "TimeLimitError";
	/** The limit, in ms. */
	readonly limitMs: number;

	constructor(limitMs: number) {
		super(`TIMEOUT ${limitMs} ms`);
		this.limitMs = limitMs;
	}
}

/**
 * Waits for an answer, up to a limit.
 *
 * @param limitMs how long to wait, in ms
 * @throws TimeLimitError if there's no answer within the limit; a later answer is ignored
 */
export async function withTimeLimit<T>(answer: PromiseLike<T>, limitMs: number): Promise<T> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const limit = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => {
			reject(new TimeLimitError(limitMs));
		}, limitMs);
	});
	try {
		return await Promise.race([answer, limit]);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Waits for an answer until a signal is aborted.
 *
 * @throws the signal's reason once it is aborted
 */
export async function untilAborted<T>(
	answer: PromiseLike<T>,
	signal: AbortSignal | undefined,
): Promise<T> {
	if (!signal) return answer;
	signal.throwIfAborted();
	let stop: (() => void) | undefined;
	const aborted = new Promise<never>((_resolve, reject) => {
		stop = (): void => {
			reject(signal.reason as Error);
		};
		signal.addEventListener("abort", stop, { once: true });
	});
	try {
		return await Promise.race([answer, aborted]);
	} finally {
		if (stop) signal.removeEventListener("abort", stop);
	}
}
