/** The longest distance from the epoch that a date can have, in ms. */
const furthestMs = 8.64e15;

/** True for a number that is a moment in ms since the epoch: only such numbers can be shown as dates. */
export function isMoment(value: unknown): value is number {
	return typeof value === "number" && Math.abs(value) <= furthestMs;
}
