/**
 * Replaces this process's `setTimeout` and `clearTimeout`, and runs callbacks only when the test moves the time on.
 * Node 20 warns that its own mock timers are experimental.
 */
export class FakeTimeouts {
	readonly #real = { setTimeout, clearTimeout };
	readonly #waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
	#now = 0;
	#count = 0;

	start(): void {
		const setFake = <T extends unknown[]>(
			run: (...given: T) => void,
			ms = 0,
			...given: T
		): number => {
			this.#waiting.set(++this.#count, {
				at: this.#now + ms,
				run: () => {
					run(...given);
				},
			});
			return this.#count;
		};
		const clearFake = (id: number): void => {
			this.#waiting.delete(id);
		};
		Object.assign(globalThis, { setTimeout: setFake, clearTimeout: clearFake });
	}

	/** Moves the time on by this number of ms, and runs what is due, earliest first. */
	tick(ms: number): void {
		this.#now += ms;
		const due = [...this.#waiting].filter(([, { at }]) => at <= this.#now);
		for (const [id, { run }] of due.toSorted(([, one], [, other]) => one.at - other.at)) {
			this.#waiting.delete(id);
			run();
		}
	}

	/** The number of callbacks that wait for their time. */
	get waiting(): number {
		return this.#waiting.size;
	}

	/** Restores the process's own functions. */
	stop(): void {
		this.#waiting.clear();
		Object.assign(globalThis, this.#real);
	}
}
