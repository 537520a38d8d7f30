import { currentLocale } from "./l10n.ts";

/** Formatters by kind, locale, and options. Creating one takes about a hundred times as long as using it. */
const formatters = new Map<string, unknown>();

function cached<T>(kind: string, options: object, make: (locale: string | undefined) => T): T {
	const locale = currentLocale();
	const key = JSON.stringify([kind, locale, options]);
	const known = formatters.get(key);
	if (known !== undefined) return known as T;
	const made = make(locale);
	formatters.set(key, made);
	return made;
}

/** Returns a formatter of numbers for the current locale. */
export function numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat {
	return cached("number", options, (locale) => new Intl.NumberFormat(locale, options));
}

/** Returns a formatter of durations until or since now for the current locale. */
export function ageFormat(): Intl.RelativeTimeFormat {
	const options = { numeric: "auto" } as const;
	return cached("age", options, (locale) => new Intl.RelativeTimeFormat(locale, options));
}

/**
 * Returns a formatter of dates and times for the current locale.
 *
 * @param ms the time to format, in ms since the epoch. A formatter keeps the machine's time zone of its creation, so a
 * machine that is moved to another one needs another formatter.
 */
export function timeFormat(options: Intl.DateTimeFormatOptions, ms: number): Intl.DateTimeFormat {
	const kind = `time ${new Date(ms).getTimezoneOffset()}`;
	return cached(kind, options, (locale) => new Intl.DateTimeFormat(locale, options));
}
