/** Clocks are adjusted slightly all the time. A timestamp further ahead than this, in ms, comes from a wrong clock. */
export const aheadMs = 60_000;

/** Whether a timestamp is in the future, which means that a clock is or was wrong. Both in ms since the epoch. */
export function isAhead(at: number, now: number): boolean {
	return at > now + aheadMs;
}

/**
 * Whether something is younger than `ms`. A timestamp in the future doesn't count as young, because its age is unknown.
 */
export function isYoung(at: number, ms: number, now: number): boolean {
	return !isAhead(at, now) && now - at < ms;
}
