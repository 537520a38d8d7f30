import { currentLocale } from "./l10n.ts";

let zone: string | undefined;
let named = false;

/**
 * Sets the time zone in which all dates and times are written.
 *
 * @param timeZone its IANA name, such as `Europe/Berlin`; `undefined` stands for the machine's own
 * @param name whether it is named beside the times, because the reader may be in another one
 */
export function setTimeZone(timeZone: string | undefined, name: boolean): void {
	zone = timeZone;
	named = name;
}

/** The name of the machine's own time zone. */
export function ownTimeZone(): string {
	return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The time zone that is set, as `Intl` wants it. */
export function zoneOption(): { readonly timeZone?: string } {
	return zone === undefined ? {} : { timeZone: zone };
}

/** The short name of the time zone at a moment (ms since the epoch), such as `CET`; nothing where it goes without saying. */
export function zoneName(ms: number): string | undefined {
	if (!named) return undefined;
	return new Intl.DateTimeFormat(currentLocale(), { ...zoneOption(), timeZoneName: "short" })
		.formatToParts(ms)
		.find(({ type }) => type === "timeZoneName")?.value;
}

/** A date or time with the name of its zone, where that has to be said. */
export function withZone(text: string, ms: number): string {
	const name = zoneName(ms);
	return name === undefined ? text : `${text} ${name}`;
}
