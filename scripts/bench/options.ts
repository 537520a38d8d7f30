/** The number of options in the configurations that figures are measured with. */
export const options = { usual: 292, many: 5000 } as const;

/** Returns how many additional options a sample deployment needs for this total. */
export function extraFor(count: number): number {
	return count - options.usual;
}
