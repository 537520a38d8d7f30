/** Does something once and returns what it took, in the unit of its figure. */
export type Run = () => number | Promise<number>;

/**
 * Runs several functions in turns, and reverses their order each time, so that other activity on the machine affects
 * all of them alike. The first turn is for warming up and isn't counted.
 *
 * @param things the functions by name; a missing one has no values
 * @returns the values of each function; values at the same index are from the same turn
 */
export async function interleave<Name extends string>(
	things: Readonly<Record<Name, Run | undefined>>,
	turns: number,
): Promise<Record<Name, number[]>> {
	const names = Object.keys(things) as Name[];
	const values = Object.fromEntries(names.map((name) => [name, [] as number[]]));
	for (let turn = 0; turn <= turns; turn++) {
		for (const name of turn % 2 === 0 ? names : names.toReversed()) {
			const value = await things[name]?.();
			if (turn > 0 && value !== undefined) values[name]?.push(value);
		}
	}
	return values as Record<Name, number[]>;
}
