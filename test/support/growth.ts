import assert from "node:assert/strict";

/** Shorter measurements, in ms of processor time, are noise and ignored. */
const measurableMs = 40;

/** Returns the processor time in ms, which the load of other processes hardly affects. */
function timeOf(run: () => unknown): number {
	const before = process.cpuUsage();
	run();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

function median(times: readonly number[]): number {
	return times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;
}

/**
 * Asserts that processing time is proportional to the input. With four times the input, it may take ten times as long:
 * caches and garbage collection have a cost, and quadratic growth takes sixteen times as long. Inputs grow step by
 * step, so that exponential growth is noticed early.
 *
 * @param make creates the input of a size, outside of the measurement
 * @param size the largest size
 */
export function assertLinear<T>(
	what: string,
	size: number,
	make: (size: number) => T,
	work: (input: T) => unknown,
): void {
	let before = 0;
	for (let quarters = 6; quarters >= 0; quarters--) {
		const step = Math.round(size / 4 ** quarters);
		const time = measure(make(step), work);
		if (time >= measurableMs && time >= 10 * smaller(before)) {
			// Once more, because another process may have been busy.
			const again = measure(make(step), work);
			const quarter = smaller(measure(make(Math.round(step / 4)), work));
			assert.ok(
				again < 10 * quarter,
				`${what}: ${again.toFixed()} ms for ${String(step)}, ${quarter.toFixed()} ms for a quarter of it`,
			);
		}
		before = time;
	}
}

/** Returns the time that four times the input is compared with, in ms. */
function smaller(time: number): number {
	return Math.max(time, measurableMs / 10);
}

function measure<T>(input: T, work: (input: T) => unknown): number {
	const first = timeOf(() => work(input));
	if (first < measurableMs) return first;
	return median([first, timeOf(() => work(input)), timeOf(() => work(input))]);
}
