import UPlot from "uplot";
import { formatBytes, formatCount, formatLatency } from "../../core/base/format.ts";
import { currentLocale } from "../../core/base/l10n.ts";
import { zoneOption } from "../../core/base/timeZone.ts";
import type { Plot } from "../../core/statistics/plot.ts";

const dayMs = 86_400_000;

/** The possible intervals between the labels of counts: there are no half workspaces. */
export const countSteps = [1, 2, 5]
	.flatMap((digit) => Array.from({ length: 12 }, (_, power) => digit * 10 ** power))
	.sort((one, other) => one - other);

/** The height of a plot that contains only zeros, large enough for distinct axis labels. */
const ofZeros: Readonly<Record<Plot["unit"], number>> = { count: 4, latency: 10, bytes: 1000 };

/** The minimum height of any other plot: there are no half workspaces, and no half bytes. */
const smallest: Readonly<Record<Plot["unit"], number>> = { count: 4, latency: 0, bytes: 10 };

/** Returns the height of a plot: above its highest value, and up to the next threshold, to show the distance to it. */
export function topOf(plot: Plot | undefined, highest: number | null): number {
	const unit = plot?.unit ?? "count";
	const top = highest !== null && highest > 0 ? highest : 1e-9;
	const next = plot?.thresholds.find(({ at }) => at > top)?.at ?? 0;
	const least = top <= 1e-9 ? ofZeros[unit] : smallest[unit];
	return Math.max(top, next, least) * 1.1;
}

/** Returns the labels for the axis of values. */
export function valueLabels(unit: Plot["unit"]): UPlot.Axis.DynamicValues {
	const format = { count: formatCount, latency: formatLatency, bytes: formatBytes }[unit];
	return (_chart, values) => values.map((value) => format(value));
}

/**
 * Returns a date whose local fields are those of a time (in ms since the epoch) in the page's time zone, to find round
 * times.
 */
export function dateThere(at: number): Date {
	const { timeZone } = zoneOption();
	return timeZone === undefined ? new Date(at) : UPlot.tzDate(new Date(at), timeZone);
}

/** Returns the labels for the time axis in the user's language: dates for days, and times within a day. */
export const timeLabels: UPlot.Axis.DynamicValues = (_chart, times, _axis, _space, distance) => {
	const zone = zoneOption();
	const day = new Intl.DateTimeFormat(currentLocale(), { ...zone, month: "short", day: "numeric" });
	const time = new Intl.DateTimeFormat(currentLocale(), {
		...zone,
		hour: "numeric",
		minute: "2-digit",
		...(distance < 60_000 && { second: "2-digit" }),
	});
	return times.map((at) => {
		const there = dateThere(at);
		const midnight = there.getHours() === 0 && there.getMinutes() === 0;
		return distance >= dayMs || (midnight && distance >= 60_000) ? day.format(at) : time.format(at);
	});
};
