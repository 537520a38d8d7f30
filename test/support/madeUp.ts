/**
 * Returns how many values to try a property with. The unit tier tries a quarter of them to take only seconds; the load
 * tier (test/load/properties.test.ts) tries all.
 */
export function madeUpValues(all: number): number {
	return process.env["TEST_ALL_VALUES"] === undefined ? Math.ceil(all / 4) : all;
}
