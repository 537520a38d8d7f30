/**
 * Does some work for each thing, for several at the same time: each time that one is done, the next one begins.
 *
 * @param atOnce for how many things at the same time
 * @param work must not reject
 */
export async function inTurns<T>(
	things: readonly T[],
	atOnce: number,
	work: (thing: T) => Promise<void>,
): Promise<void> {
	const left = [...things];
	const takeTurns = async (): Promise<void> => {
		for (let thing = left.shift(); thing !== undefined; thing = left.shift()) await work(thing);
	};
	await Promise.all(Array.from({ length: atOnce }, takeTurns));
}
