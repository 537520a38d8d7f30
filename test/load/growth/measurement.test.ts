import assert from "node:assert/strict";
import { assertLinear } from "../../support/growth.ts";

describe("the growth measurement", function () {
	this.timeout(60_000);
	const text = (size: number): string => `${"a".repeat(size)}!`;

	it("accepts what is linear, and what is too fast to measure", () => {
		assertLinear("all", 1_000_000, text, (one) => one.replace(/a/g, "b"));
		assertLinear("nothing", 1_000_000, text, () => undefined);
	});

	it("detects quadratic growth", () => {
		assert.throws(() => {
			assertLinear("pairs", 24_000, text, pairs);
		}, /pairs: \d+ take over 128 times as long as \d+/);
	});

	it("detects exponential growth before it takes forever", () => {
		assert.throws(() => {
			assertLinear("choices", 64_000, (size) => text(Math.min(size, 24)), choices);
		}, /choices: \d+ take over 128 times as long as \d+/);
	});
});

// Loops instead of regular expressions, whose time depends on how many the process has run before.

/** Returns the number of pairs of equal characters in a text. */
function pairs(text: string): number {
	let count = 0;
	for (let one = 0; one < text.length; one++) {
		for (let other = 0; other < one; other++) {
			if (text.charCodeAt(one) === text.charCodeAt(other)) count++;
		}
	}
	return count;
}

/** Returns the number of ways to leave out characters of a text. */
function choices(text: string, from = 0): number {
	return from === text.length ? 1 : choices(text, from + 1) + choices(text, from + 1);
}
