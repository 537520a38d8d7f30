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
			assertLinear("spaces", 64_000, text, (one) => /a+$/.exec(one));
		}, /spaces: \d+ ms for \d+/);
	});

	it("finds what is exponential, before it takes for ever", () => {
		assert.throws(() => {
			assertLinear(
				"nested",
				64_000,
				(size) => text(Math.min(size, 26)),
				(one) => /^(?:a+)+$/.exec(one),
			);
			assertLinear(
				"nested",
				28,
				(size) => text(size - 2),
				(one) => /^(?:a+)+$/.exec(one),
			);
		});
	});
});
