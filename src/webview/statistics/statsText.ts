import { formatBytes, formatCount, formatLatency } from "../../core/base/format.ts";
import { currentLocale, t } from "../../core/base/l10n.ts";
import { zoneOption } from "../../core/base/timeZone.ts";
import type { Plot, PlotSeries } from "../../core/statistics/plot.ts";

/** Shown if there is no number. */
export const noNumber = "–";

/** Formats a number of a plot with its unit. */
export function formatValue(unit: Plot["unit"], value: number | null | undefined): string {
	if (value === null || value === undefined) return noNumber;
	return { count: formatCount, latency: formatLatency, bytes: formatBytes }[unit](value);
}

/** Formats the time of a point, in ms since the epoch. Includes the day unless the plot covers less than one. */
export function formatPoint(at: number, rangeMs: number): string {
	return new Intl.DateTimeFormat(
		currentLocale(),
		rangeMs > 86_400_000
			? { ...zoneOption(), month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }
			: { ...zoneOption(), hour: "numeric", minute: "2-digit", second: "2-digit" },
	).format(at);
}

/** Describes a series in a sentence: its newest, lowest, and highest value. */
export function describeSeries({ label, newest, values }: PlotSeries, unit: Plot["unit"]): string {
	const known = values.filter((value) => value !== null);
	if (known.length === 0) return t("{0}: no data", label);
	return t(
		"{0}: now {1}, lowest {2}, highest {3}",
		label,
		formatValue(unit, newest),
		formatValue(unit, Math.min(...known)),
		formatValue(unit, Math.max(...known)),
	);
}

/** Describes the values of all series at a point, in a sentence. */
export function describePoint({ series, unit }: Plot, index: number): string {
	return series
		.map(({ label, values }) => `${label} ${formatValue(unit, values[index])}`)
		.join(", ");
}
