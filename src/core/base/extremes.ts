/** Returns the lowest number. Unlike `Math.min`, takes any number of them. */
export function lowestOf(numbers: readonly number[]): number {
	let lowest = Infinity;
	for (const number of numbers) lowest = Math.min(lowest, number);
	return lowest;
}

/** Returns the highest number. Unlike `Math.max`, takes any number of them. */
export function highestOf(numbers: readonly number[]): number {
	let highest = -Infinity;
	for (const number of numbers) highest = Math.max(highest, number);
	return highest;
}
