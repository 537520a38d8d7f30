import assert from "node:assert/strict";
import { memoize, memoizeTexts } from "../../../src/core/base/memoize.ts";

describe("a cached result", () => {
	it("is created once for each object and each text", () => {
		let calls = 0;
		const [one, other] = [{}, {}];
		const ofObject = memoize<object, number>(() => ++calls);
		assert.deepEqual([one, other, one].map(ofObject), [1, 2, 1]);
		const ofText = memoizeTexts(() => ++calls);
		assert.deepEqual(["a", "b", "a"].map(ofText), [3, 4, 3]);
	});
});
