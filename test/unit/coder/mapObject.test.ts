import assert from "node:assert/strict";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { mapObject } from "../../../src/core/coder/mapObject.ts";

describe("an object with other values", () => {
	it("has what the functions return, without undefined values", () => {
		const object = { a: 1, b: 2, c: null };
		const drop = (key: string) => (key === "b" ? undefined : `${key}!`);
		assert.deepEqual(mapObject(object, drop), { a: "a!", c: "c!" });
		assert.deepEqual(
			mapObject(object, drop, (key) => key.toUpperCase()),
			{ A: "a!", C: "c!" },
		);
	});

	it("keeps its prototype, whatever keys there are", () => {
		const object = JSON.parse('{"__proto__":{"polluted":1},"a":2}') as JsonObject;
		const seen: string[] = [];
		const mapped = mapObject(object, (key, value) => {
			seen.push(key);
			return value;
		});
		assert.deepEqual(seen, ["a"]);
		assert.deepEqual(mapped, { a: 2 });
		assert.equal(Object.getPrototypeOf(mapped), Object.prototype);
	});
});
