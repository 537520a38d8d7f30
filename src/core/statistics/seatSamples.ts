import { formatCount, formatDuration } from "../base/format.ts";
import { highestOf } from "../base/extremes.ts";
import { t } from "../base/l10n.ts";
import { isSeatName } from "../license/seats.ts";
import { trustedSkewMs, type Sample } from "./sample.ts";
import { sparkline } from "./sparkline.ts";
import type { Trend } from "./trend.ts";

const dayMs = 86_400_000;
/** The number of blocks to draw. */
const blocks = 30;

/** Returns one sample every six hours, which is enough to show how usage grows. */
export function seatSamples(samples: readonly Sample[]): Sample[] {
	const found = new Map<number, Sample>();
	for (const sample of samples) {
		const seats = Object.entries(sample.values).filter(([name]) => isSeatName(name));
		if (seats.length === 0) continue;
		found.set(Math.floor(sample.at / (dayMs / 4)), {
			...sample,
			values: Object.fromEntries(seats),
		});
	}
	return [...found.values()];
}

/**
 * Describes how the usage of a limited feature grew while samples were recorded.
 *
 * @param samples oldest first
 * @param now ms since the epoch
 * @returns `undefined` for less than a day
 */
export function seatGrowth(
	samples: readonly Sample[],
	name: string,
	now: number,
): Trend | undefined {
	const known = samples.flatMap(({ at, values }) => {
		const number = values[name];
		return number === undefined || at > now + trustedSkewMs ? [] : [{ at, number }];
	});
	const [first, last] = [known[0], known.at(-1)];
	if (!first || !last || last.at - first.at < dayMs) return undefined;
	const blockMs = (last.at - first.at) / blocks;
	const drawn = Array.from({ length: blocks }, (): number[] => []);
	for (const { at, number } of known)
		drawn[Math.min(Math.floor((at - first.at) / blockMs), blocks - 1)]?.push(number);
	const days = formatDuration(Math.round((last.at - first.at) / dayMs) * dayMs);
	const [from, to] = [formatCount(first.number), formatCount(last.number)];
	return {
		line: sparkline(drawn.map((some) => (some.length > 0 ? highestOf(some) : undefined))),
		words:
			first.number === last.number
				? t("Last {0}: {1}, as before", days, to)
				: t("Last {0}: from {1} to {2}", days, from, to),
	};
}
