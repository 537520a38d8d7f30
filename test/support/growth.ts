import assert from "node:assert/strict";

/** Shorter measurements, in ms of processor time, are noise and ignored. */
const measurableMs = 40;
/** With four times the input, quadratic work takes 16 times as long, and linear work four times and some overhead. */
const most = 12;
/** How often a suspicion is checked before it's reported, because a busy machine or garbage collection may cause it. */
const attempts = 6;

/**
 * Asserts that processing time is proportional to the input. With four times the input, it may take twelve times as long:
 * caches and garbage collection have a cost, and quadratic growth takes sixteen times as long. Inputs grow step by
 * step, so that exponential growth is noticed early.
 *
 * A step that took too long is repeated, together with a quarter of its input. The shortest times count, because
 * everything else that a machine does can only make them longer.
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
		const time = timeOf(work, make(step));
		if (isTooLong(time, before)) {
			const quarter = Math.round(step / 4);
			assert.ok(
				isProportional(make(step), make(quarter), work),
				`${what}: ${String(step)} take over ${String(most)} times as long as ${String(quarter)}`,
			);
		}
		before = time;
	}
}

/** Returns whether the times of an input and of a quarter of it are proportional in one of several attempts. */
function isProportional<T>(input: T, quarter: T, work: (input: T) => unknown): boolean {
	let [whole, part] = [Infinity, Infinity];
	for (let attempt = 0; attempt < attempts; attempt++) {
		part = Math.min(part, timeOf(work, quarter), timeOf(work, quarter));
		whole = Math.min(whole, timeOf(work, input));
		if (!isTooLong(whole, part)) return true;
	}
	return false;
}

/** Returns whether a time, in ms, isn't proportional to the time of a quarter of the input. */
function isTooLong(time: number, quarter: number): boolean {
	return time >= measurableMs && time >= most * Math.max(quarter, measurableMs / 10);
}

/** Returns the processor time in ms, which the load of other processes hardly affects. */
function timeOf<T>(work: (input: T) => unknown, input: T): number {
	const before = process.cpuUsage();
	work(input);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
