/** Does something once and gives what it took, in the unit of its figure. */
export type Run = () => number | Promise<number>;

/**
 * Runs several things by turns, in the other direction each other time, so that what else the machine does meets all
 * of them alike. The first turn warms up and does not count.
 *
 * @param things by name; one that is not there this time has no values
 * @returns for each thing its values; values of one place belong to one turn
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
