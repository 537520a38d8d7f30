/** Runs operations on the same files one after the other, in the order of the calls. */
export class SerialQueue {
	#last: Promise<unknown> = Promise.resolve();

	/** Runs after all previous operations have ended, successful or not. An error goes to its own caller only. */
	run<T>(run: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(run);
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
