/** The maximum duration of work without a break, in ms: short enough not to delay typing noticeably. */
const sliceMs = 8;

/** Work that waits, and that has breaks for keystrokes. New work replaces what is left. */
export class Slices {
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** @param ms how long the work waits, in ms */
	later(ms: number, work: () => void): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(work, ms);
	}

	/**
	 * Does something with each of several things.
	 *
	 * @param ms how long it waits, in ms
	 * @param work returns false for a break, after which it's called for the same thing again. The deadline is in terms of
	 * `performance.now`.
	 * @param then called at the end
	 */
	each<T>(
		ms: number,
		things: readonly T[],
		work: (thing: T, deadline: number) => boolean,
		then: () => void,
	): void {
		this.later(ms, () => {
			const deadline = performance.now() + sliceMs;
			const next = things.findIndex((thing) => !work(thing, deadline));
			if (next < 0) then();
			else this.each(0, things.slice(next), work, then);
		});
	}
}
