/**
 * How many values a property is tried with. The unit tier tries a quarter of them, so that it takes seconds; the load
 * tier (test/load/properties.test.ts) tries all.
 */
export function madeUpValues(all: number): number {
	return process.env["TEST_ALL_VALUES"] === undefined ? Math.ceil(all / 4) : all;
}
