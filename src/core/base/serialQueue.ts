/** Runs operations on the same files one after the other, in the order of the calls. */
export class SerialQueue {
	#last: Promise<unknown> = Promise.resolve();

	/**
	 * Runs an operation after all previous ones have ended, successful or not. Its error is only passed to its own
	 * caller.
	 */
	run<T>(run: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(run);
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
