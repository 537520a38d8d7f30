/** Formats a time for tools, such as `2026-08-07T10:00:00.000Z`; from ms since the epoch. */
export function isoTime(ms: number | undefined): string | undefined {
	return ms === undefined ? undefined : new Date(ms).toISOString();
}
