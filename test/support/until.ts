import assert from "node:assert/strict";

/** Waits until a condition is true; fails after five seconds. */
export async function until(condition: () => boolean): Promise<void> {
	const deadline = Date.now() + 5000;
	while (!condition()) {
		assert.ok(Date.now() < deadline, "it did not happen within five seconds");
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
