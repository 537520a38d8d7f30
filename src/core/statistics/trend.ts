import { highestOf, lowestOf } from "../base/extremes.ts";
import { formatBytes, formatCount, formatDuration, formatLatency } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import { trustedSkewMs, type Sample } from "./sample.ts";
import { sparkline } from "./sparkline.ts";

/** The recent trend of a number. */
export interface Trend {
	/** A small drawing in block characters. */
	readonly line: string;
	/** The same in words. */
	readonly words: string;
}

/** The period, in ms, and the maximum number of blocks. */
const trendMs = 3 * 3_600_000;
const mostBlocks = 36;

const minuteMs = 60_000;

/**
 * Describes how a number changed in the last hours.
 *
 * @param samples oldest first
 * @param name of a number, or `workspaces` or `sessions` for their sum
 * @param now ms since the epoch
 * @returns `undefined` for fewer than two numbers
 */
export function trendOf(samples: readonly Sample[], name: string, now: number): Trend | undefined {
	const known = samples.flatMap(({ at, values }) => {
		const number = numberOf(values, name);
		const isShown = at >= now - trendMs && at <= now + trustedSkewMs;
		return number === undefined || !isShown ? [] : [{ at, number }];
	});
	const [first] = known;
	if (!first || known.length < 2) return undefined;
	const numbers = known.map(({ number }) => number);
	const format = formatOf(name);
	const intervalMs = samples.at(-1)?.intervalMs ?? 0;
	const blockMs = Math.max((now - first.at) / mostBlocks, 2 * intervalMs, 1);
	const count = Math.max(1, Math.ceil((now - first.at) / blockMs));
	const drawn = Array.from({ length: count }, (): number[] => []);
	for (const { at, number } of known) {
		drawn[Math.min(Math.floor((at - first.at) / blockMs), count - 1)]?.push(number);
	}
	const span = Math.max(minuteMs, Math.round((now - first.at) / minuteMs) * minuteMs);
	return {
		line: sparkline(drawn.map((some) => (some.length > 0 ? highestOf(some) : undefined))),
		words: rangeWords(span, format(lowestOf(numbers)), format(highestOf(numbers))),
	};
}

/** Formats the range of a number's values over a time span in ms. */
export function rangeWords(span: number, lowest: string, highest: string): string {
	if (span === minuteMs) return t("Last minute: {0}–{1}", lowest, highest);
	if (span === 60 * minuteMs) return t("Last hour: {0}–{1}", lowest, highest);
	return t("Last {0}: {1}–{2}", formatDuration(span), lowest, highest);
}

function numberOf(values: Sample["values"], name: string): number | undefined {
	if (name !== "workspaces" && name !== "sessions") return values[name];
	const parts = Object.entries(values).filter(([key]) => key.startsWith(`${name}.`));
	return parts.length === 0 ? undefined : parts.reduce((sum, [, number]) => sum + number, 0);
}

function formatOf(name: string): (number: number) => string {
	if (name === "p50" || name === "p95") return formatLatency;
	return name === "rx" || name === "tx" ? formatBytes : formatCount;
}
