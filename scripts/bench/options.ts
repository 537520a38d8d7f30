/** How many options the configurations have that figures are measured with. */
export const options = { usual: 292, many: 5000 } as const;

/** How many made-up options a sample deployment needs, to have so many in all. */
export function extraFor(count: number): number {
	return count - options.usual;
}
