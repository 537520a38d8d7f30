import { timeFormat } from "./formatters.ts";

let zone: string | undefined;
let named = false;

/**
 * Sets the time zone for all dates and times.
 *
 * @param timeZone an IANA name such as `Europe/Berlin`; `undefined` means the machine's own
 * @param name whether to show the zone next to times, because the reader may be in another one
 */
export function setTimeZone(timeZone: string | undefined, name: boolean): void {
	zone = timeZone;
	named = name;
}

/** Returns the machine's own time zone. */
export function ownTimeZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Returns the current time zone as an option for `Intl`. */
export function zoneOption(): { readonly timeZone?: string } {
	return zone === undefined ? {} : { timeZone: zone };
}

/**
 * Returns the short name of the time zone at a time (ms since the epoch), such as `CET`, or `undefined` if there is no
 * need to show it.
 */
export function zoneName(ms: number): string | undefined {
	if (!named) return undefined;
	return timeFormat({ ...zoneOption(), timeZoneName: "short" }, ms)
		.formatToParts(ms)
		.find(({ type }) => type === "timeZoneName")?.value;
}

/** Appends the time zone to a date or time if it has to be shown. */
export function withZone(text: string, ms: number): string {
	const name = zoneName(ms);
	return name === undefined ? text : `${text} ${name}`;
}
