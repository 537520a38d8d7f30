import assert from "node:assert/strict";

/** Shorter measurements, in ms of processor time, are noise and ignored. */
const measurableMs = 40;
/** The shortest time, in ms of processor time, that others are compared with. */
const shortestMs = 1;
/** With 16 times the input, quadratic work takes 256 times as long, and linear work 16 times and some overhead. */
const most = 128;
/** How often a suspicion is checked before it's reported, because a busy machine or garbage collection may cause it. */
const attempts = 6;

/**
 * Asserts that processing time is proportional to the input. With 16 times the input, it may take 128 times as
 * long: a large input leaves the processor's caches and fills memory, and quadratic growth takes 256 times as long.
 * Inputs grow step by step, so that exponential growth is noticed early.
 *
 * A step that took too long is repeated, together with a sixteenth of its input. The shortest times count, because
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
	for (let quarters = 6; quarters >= 0; quarters--) {
		const [whole, part] = [
			Math.round(size / 4 ** quarters),
			Math.round(size / 4 ** (quarters + 2)),
		];
		const time = timeOf(work, make(whole));
		if (time < measurableMs) continue;
		assert.ok(
			isProportional(time, () => make(whole), make(part), work),
			`${what}: ${String(whole)} take over ${String(most)} times as long as ${String(part)}`,
		);
	}
}

/**
 * Returns whether the times of an input and of a sixteenth of it are proportional in one of several attempts.
 *
 * @param first the time in ms that the input took in the first attempt
 */
function isProportional<T>(
	first: number,
	make: () => T,
	sixteenth: T,
	work: (input: T) => unknown,
): boolean {
	let [whole, part] = [first, Infinity];
	for (let attempt = 0; attempt < attempts; attempt++) {
		if (attempt > 0) whole = Math.min(whole, timeOf(work, make()));
		part = Math.min(part, timeOf(work, sixteenth), timeOf(work, sixteenth));
		if (!isTooLong(whole, part)) return true;
	}
	return false;
}

/** Returns whether a time, in ms, isn't proportional to the time of a sixteenth of the input. */
function isTooLong(time: number, sixteenth: number): boolean {
	return time >= measurableMs && time >= most * Math.max(sixteenth, shortestMs);
}

/** Returns the processor time in ms, which the load of other processes hardly affects. */
function timeOf<T>(work: (input: T) => unknown, input: T): number {
	const before = process.cpuUsage();
	work(input);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
