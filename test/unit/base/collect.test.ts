import assert from "node:assert/strict";
import { collect } from "../../../src/core/base/collect.ts";

describe("lists by key", () => {
	it("get each item under its key", () => {
		const lists = new Map<string, number[]>();
		collect(lists, "a", 1);
		collect(lists, "b", 2);
		collect(lists, "a", 3);
		assert.deepEqual(
			[...lists],
			[
				["a", [1, 3]],
				["b", [2]],
			],
		);
	});
});
