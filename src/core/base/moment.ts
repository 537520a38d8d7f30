/** The largest timestamp that a `Date` supports, in ms. */
const furthestMs = 8.64e15;

/** Returns true for a valid timestamp in ms since the epoch. Other numbers can't be shown as dates. */
export function isMoment(value: unknown): value is number {
	return typeof value === "number" && Math.abs(value) <= furthestMs;
}
