/** Clocks are corrected by a little all the time; a moment that lies further ahead, in ms, is that of a wrong clock. */
export const aheadMs = 60_000;

/** Whether a moment lies in the future, so that some clock was or is wrong. Both in ms since the epoch. */
export function isAhead(at: number, now: number): boolean {
	return at > now + aheadMs;
}

/** Whether something is younger than `ms`. What lies in the future is not: nobody knows how old it is. */
export function isYoung(at: number, ms: number, now: number): boolean {
	return !isAhead(at, now) && now - at < ms;
}
