/** The lowest of numbers, as `Math.min` tells it, which takes no more than some ten thousands of them. */
export function lowestOf(numbers: readonly number[]): number {
	let lowest = Infinity;
	for (const number of numbers) lowest = Math.min(lowest, number);
	return lowest;
}

/** The highest of numbers, of any number of them. */
export function highestOf(numbers: readonly number[]): number {
	let highest = -Infinity;
	for (const number of numbers) highest = Math.max(highest, number);
	return highest;
}
