/** Formats a time (ms since the epoch) like Go's error texts: "2026-08-06 10:12:13.123 +0000 UTC". */
export function goTime(ms: number): string {
	const [date, clock] = new Date(ms).toISOString().split("T") as [string, string];
	return `${date} ${clock.replace("Z", "").replace(/\.?0+$/, "")} +0000 UTC`;
}

/**
 * Formats a time like Go's JSON encoder. `nanos` (0 to 999,999) are added to the milliseconds, trailing zeros are
 * dropped, and the offset from UTC is in minutes.
 */
export function goJsonTime(ms: number, nanos: number, offsetMinutes: number): string {
	const local = new Date(ms + offsetMinutes * 60_000).toISOString();
	const millis = local.slice(20, 23);
	const fraction = `${millis}${String(nanos).padStart(6, "0")}`.replace(/0+$/, "");
	return `${local.slice(0, 19)}${fraction && `.${fraction}`}${zone(offsetMinutes)}`;
}

function zone(offsetMinutes: number): string {
	if (offsetMinutes === 0) {
		return "Z";
	}
	const size = Math.abs(offsetMinutes);
	const two = (value: number) => String(value).padStart(2, "0");
	return `${offsetMinutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
