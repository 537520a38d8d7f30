import { ageFormat, numberFormat, timeFormat } from "./formatters.ts";
import { t } from "./l10n.ts";
import { withZone, zoneOption } from "./timeZone.ts";
import type { Int } from "./int.ts";

const nsPerMs = 1_000_000;

/** Formats a count with thousands separators, without rounding. */
export function formatCount(count: Int): string {
	return numberFormat({ maximumFractionDigits: 20 }).format(count);
}

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte", "petabyte"];

/** Formats bytes in decimal units, as the dashboard does: `48.3 GB`. */
export function formatBytes(bytes: Int): string {
	let value = Number(bytes);
	let step = 0;
	// 999.95 would be shown as 1,000.0, so use the next unit.
	for (; Math.abs(value) >= 999.95 && step < byteUnits.length - 1; step++) value /= 1000;
	if (step === 0) return unit(Number(bytes), "byte", "long", 0);
	return unit(value, byteUnits[step] ?? "byte", "short", 1);
}

/** Formats a latency in ms with at most one decimal: `187.2 ms`. */
export function formatLatency(ms: number): string {
	return unit(ms, "millisecond", "short", ms < 100 ? 1 : 0);
}

const durationUnits: readonly (readonly [name: string, ms: number])[] = [
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
	["second", 1000],
	["millisecond", 1],
];

/** Formats a duration in ms in words, in its two largest units: `7 days`, `1 hour 30 minutes`. */
export function formatDuration(ms: number): string {
	if (ms <= -1) return `-${formatDuration(-ms)}`;
	const parts: string[] = [];
	let rest = Math.max(0, ms);
	for (const [name, size] of durationUnits) {
		const count = Math.floor(rest / size);
		rest -= count * size;
		if (count > 0) parts.push(unit(count, name, "long", 0));
		if (parts.length === 2) break;
	}
	return parts.length > 0 ? parts.join(" ") : unit(0, "second", "long", 0);
}

/** Formats a duration in ms in words, rounded to its largest unit, at least a second: `7 days`. */
export function formatLongest(ms: number): string {
	const [name, size] = durationUnits.find(([, size]) => ms >= size && size >= 1000) ?? [
		"second",
		1000,
	];
	return unit(Math.round(ms / size), name, "long", 0);
}

/** Formats a Go duration in nanoseconds in words: `7 days`. Whole years are shown as years. */
export function formatNanoseconds(ns: Int): string {
	const ms = typeof ns === "bigint" ? Number(ns / BigInt(nsPerMs)) : ns / nsPerMs;
	const years = ms / (365.25 * 86_400_000);
	if (years >= 2) return t("about {0}", unit(Math.round(years), "year", "long", 0));
	return formatDuration(ms);
}

/** Formats a duration in nanoseconds as Go does: `24h0m0s`, `1.5s`, `0s`. Flags and YAML accept this format. */
export function goDuration(ns: Int): string {
	const total = BigInt(typeof ns === "bigint" ? ns : Math.trunc(ns));
	if (total === 0n) return "0s";
	const sign = total < 0n ? "-" : "";
	const size = total < 0n ? -total : total;
	if (size < 1000n) return `${sign}${size.toString()}ns`;
	if (size < 1_000_000n) return `${sign}${fraction(size, 1000n)}µs`;
	if (size < 1_000_000_000n) return `${sign}${fraction(size, 1_000_000n)}ms`;
	const minutes = size / 60_000_000_000n;
	const seconds = `${fraction(size % 60_000_000_000n, 1_000_000_000n)}s`;
	if (minutes === 0n) return sign + seconds;
	if (minutes < 60n) return `${sign}${minutes.toString()}m${seconds}`;
	return `${sign}${(minutes / 60n).toString()}h${(minutes % 60n).toString()}m${seconds}`;
}

function fraction(value: bigint, one: bigint): string {
	const rest = (value % one)
		.toString()
		.padStart(one.toString().length - 1, "0")
		.replace(/(?<!0)0+$/, "");
	return (value / one).toString() + (rest === "" ? "" : `.${rest}`);
}

/** Formats how long ago, or how far ahead, a time is: `12 seconds ago`, `in 3 days`. Both in ms since the epoch. */
export function formatAge(then: number, now: number): string {
	const distance = then - now;
	const [name, size] = durationUnits.find(([, ms]) => Math.abs(distance) >= ms && ms >= 1000) ?? [
		"second",
		1000,
	];
	return ageFormat().format(Math.round(distance / size), name as Intl.RelativeTimeFormatUnit);
}

/** Formats a time (ms since the epoch) as date and time in the user's time zone, to the minute or more precisely. */
export function formatMoment(ms: number, precision: keyof typeof momentStyles = "minute"): string {
	const options = { ...zoneOption(), ...momentStyles[precision] };
	return withZone(timeFormat(options, ms).format(ms), ms);
}

/** Formats a time (ms since the epoch) as a date in the user's time zone. */
export function formatDate(ms: number): string {
	const options = { ...zoneOption(), dateStyle: "medium" } as const;
	return timeFormat(options, ms).format(ms);
}

const momentStyles = {
	minute: { dateStyle: "medium", timeStyle: "short" },
	second: { dateStyle: "medium", timeStyle: "medium" },
	// Date and time styles don't support fractions of a second.
	millisecond: {
		year: "numeric",
		month: "short",
		day: "numeric",
		hour: "numeric",
		minute: "2-digit",
		second: "2-digit",
		fractionalSecondDigits: 3,
	},
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function unit(value: number, name: string, display: "short" | "long", decimals: number): string {
	return numberFormat({
		style: "unit",
		unit: name,
		unitDisplay: display,
		maximumFractionDigits: decimals,
	}).format(value);
}

/** Formats a time (ms since the epoch) as time of day, to the second. */
export function formatTime(ms: number): string {
	const options = { ...zoneOption(), timeStyle: "medium" } as const;
	return withZone(timeFormat(options, ms).format(ms), ms);
}

/**
 * Formats a time within the last hours as time of day only, `2:42 PM`, and an older one with its date. Both in ms since
 * the epoch.
 */
export function formatRecent(ms: number, now: number): string {
	if (Math.abs(now - ms) >= 12 * 3_600_000) return formatMoment(ms);
	const options = { ...zoneOption(), timeStyle: "short" } as const;
	return withZone(timeFormat(options, ms).format(ms), ms);
}

/** Formats a fraction, such as 0.61, as a whole percentage. */
export function formatPercent(share: number): string {
	const style = { style: "percent", maximumFractionDigits: 0 } as const;
	return numberFormat(style).format(share);
}
