/** Runs what touches the same files one after the other, in the order in which it was asked for. */
export class SerialQueue {
	#last: Promise<unknown> = Promise.resolve();

	/** Runs when all before has ended, well or not. What it throws is its caller's, not that of the next. */
	run<T>(run: () => Promise<T>): Promise<T> {
		const turn = this.#last.then(run);
		this.#last = turn.catch(() => undefined);
		return turn;
	}
}
