import assert from "node:assert/strict";
const rounds = 40;

/**
 * Asserts that work takes at most so many times as long as other work that's done in turn with it. The best of several
 * rounds counts, because other programs can only slow them down.
 */
export function assertRatio(
	what: string,
	most: number,
	work: () => unknown,
	comparedWith: () => unknown,
): void {
	let [time, other] = [Infinity, Infinity];
	for (let round = 0; round < rounds; round++) {
		other = Math.min(other, timeOf(comparedWith));
		time = Math.min(time, timeOf(work));
		if (round >= 4 && time <= other * most) break;
	}
	const figures = `${what}: ${time.toFixed(1)} ms, compared with ${other.toFixed(1)} ms`;
	console.log(`      ${figures}`);
	assert.ok(time <= other * most, figures);
}

/** Returns the duration in ms. */
function timeOf(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}
