import assert from "node:assert/strict";
import { assertLinear } from "../../support/growth.ts";

describe("the measure of growth", function () {
	this.timeout(60_000);
	const text = (size: number): string => `${"a".repeat(size)}!`;

	it("lets through what is linear, and what is too quick to be measured", () => {
		assertLinear("all", 1_000_000, text, (one) => one.replace(/a/g, "b"));
		assertLinear("nothing", 1_000_000, text, () => undefined);
	});

	it("finds what is quadratic", () => {
		assert.throws(() => {
			assertLinear("pairs", 24_000, text, pairs);
		}, /pairs: \d+ ms for \d+/);
	});

	it("finds what is exponential, before it takes for ever", () => {
		assert.throws(() => {
			assertLinear("choices", 64_000, (size) => text(Math.min(size, 24)), choices);
		}, /choices: \d+ ms for \d+/);
	});
});

// Loops and not regular expressions: how long those take depends on how many the process has met before.

/** How many pairs of equal characters a text has. */
function pairs(text: string): number {
	let count = 0;
	for (let one = 0; one < text.length; one++) {
		for (let other = 0; other < one; other++) {
			if (text.charCodeAt(one) === text.charCodeAt(other)) count++;
		}
	}
	return count;
}

/** In how many ways characters of a text can be left out. */
function choices(text: string, from = 0): number {
	return from === text.length ? 1 : choices(text, from + 1) + choices(text, from + 1);
}
