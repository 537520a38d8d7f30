import { highestOf } from "../base/extremes.ts";
import type { Sample } from "./sample.ts";
import { isGap } from "./gaps.ts";

/** Points of a plot: a column of times and a column of numbers per name. */
export interface Points {
	/** ms since the epoch, ascending. */
	readonly at: readonly number[];
	/** `null` if there is no data. */
	readonly values: Readonly<Record<string, readonly (number | null)[]>>;
	/** The duration of a point, in ms; missing if each sample is a point. */
	readonly stepMs?: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [
	...[1, 5, 10, 30].map((count) => count * second),
	...[1, 2, 5, 10, 15, 30].map((count) => count * minute),
	...[1, 2, 3, 6, 12, 24].map((count) => count * hour),
];

/**
 * Creates points from ordered samples. If there are too many, a point covers a round time span: numbers are averaged,
 * and latencies use the maximum so that no peak is hidden.
 *
 * @param most the maximum number of points, not counting those that break lines
 * @param now ms since the epoch
 */
export function pointsOf(
	samples: readonly Sample[],
	names: readonly string[],
	most: number,
	now: number,
): Points {
	const stepMs = samples.length <= most ? undefined : stepFor(samples, most);
	const at: number[] = [];
	const values = names.map((): (number | null)[] => []);
	let before: Sample | undefined;
	for (const group of groups(samples, stepMs)) {
		const [head, tail] = [group[0], group.at(-1)];
		if (!head || !tail) continue;
		// Gaps shorter than about a point aren't visible.
		if (before && head.at - before.at > 1.5 * (stepMs ?? 0) && isGap(before, head, now)) {
			at.push((before.at + head.at) / 2);
			for (const column of values) column.push(null);
		}
		at.push(tail.at);
		names.forEach((name, index) => values[index]?.push(summary(name, group)));
		before = tail;
	}
	return {
		at,
		values: Object.fromEntries(names.map((name, index) => [name, values[index] ?? []])),
		...(stepMs !== undefined && { stepMs }),
	};
}

/** Returns the shortest round time span with at most `most` points. */
function stepFor(samples: readonly Sample[], most: number): number {
	const shortest = ((samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0)) / (most - 1);
	return steps.find((step) => step >= shortest) ?? Math.ceil(shortest / day) * day;
}

/** Returns the groups of samples that become one point each. */
function groups(samples: readonly Sample[], stepMs: number | undefined): Sample[][] {
	if (stepMs === undefined) return samples.map((sample) => [sample]);
	const found: Sample[][] = [];
	let place: number | undefined;
	for (const sample of samples) {
		const next = Math.floor(sample.at / stepMs);
		if (next === place) found.at(-1)?.push(sample);
		else found.push([sample]);
		place = next;
	}
	return found;
}

function summary(name: string, samples: readonly Sample[]): number | null {
	const numbers = samples.flatMap(({ values }) => values[name] ?? []);
	if (numbers.length === 0) return null;
	if (name === "p50" || name === "p95") return highestOf(numbers);
	const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
	return Math.round(mean * 10) / 10;
}

/**
 * The maximum number of names: each is a column with a cell per sample, and servers report far fewer states and apps.
 */
const mostNames = 200;

/** Returns the names in the samples, starting with those of the newest. */
export function namesOf(samples: readonly Sample[]): string[] {
	const names = new Set<string>();
	for (const { values } of samples.toReversed()) {
		for (const name of Object.keys(values)) names.add(name);
	}
	return [...names].slice(0, mostNames);
}
