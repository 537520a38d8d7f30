/** Something that is being worked on. */
interface Work {
	/** How many places it takes. */
	places: number;
	/** Gives it one more place, if it can use one. */
	more: (() => void) | undefined;
}

/**
 * Does some work for each thing, for several at the same time: each time that one is done, the next one begins. When none
 * is left, those that can use more places get them.
 *
 * @param atOnce the number of places
 * @param work must not reject; it calls `useMore` if it can use more than one place, with what gives it one more
 */
export async function inTurns<T>(
	things: readonly T[],
	atOnce: number,
	work: (thing: T, useMore: (more: () => void) => void) => Promise<void>,
): Promise<void> {
	const left = [...things];
	const running = new Set<Work>();
	const fill = (): void => {
		if (left.length > 0) return;
		let taken = [...running].reduce((sum, { places }) => sum + places, 0);
		for (; taken < atOnce; taken++) {
			const [next] = [...running]
				.filter(({ more }) => more !== undefined)
				.sort((a, b) => a.places - b.places);
			if (next === undefined) return;
			next.places++;
			next.more?.();
		}
	};
	const takeTurns = async (): Promise<void> => {
		for (let thing = left.shift(); thing !== undefined; thing = left.shift()) {
			const one: Work = { places: 1, more: undefined };
			running.add(one);
			await work(thing, (more) => {
				one.more = more;
				fill();
			});
			running.delete(one);
			fill();
		}
	};
	await Promise.all(Array.from({ length: atOnce }, takeTurns));
}
