/**
 * Returns how many values to try a property with. The unit tier tries a part of them to take only seconds, a quarter by
 * default; the load tier (test/load/properties.test.ts) tries all.
 *
 * @param part how many times fewer values the unit tier tries: more for values that take long
 */
export function generatedValues(all: number, part = 4): number {
	return process.env["TEST_ALL_VALUES"] === undefined ? Math.ceil(all / part) : all;
}
