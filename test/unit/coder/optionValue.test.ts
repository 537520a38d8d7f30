import assert from "node:assert/strict";
import type { JsonValue } from "../../../src/core/base/json.ts";
import {
	defaultValue,
	isEmptyValue,
	isScalarList,
	settingText,
} from "../../../src/core/coder/optionValue.ts";
import { option } from "../configuration/support/options.ts";

describe("empty values", () => {
	it("are unset, or have no content", () => {
		for (const value of [undefined, null, "", [], {}]) assert.ok(isEmptyValue(value));
		for (const value of [0, 0n, false, " ", [""], [null], { a: null }])
			assert.ok(!isEmptyValue(value));
	});
});

describe("values as flags and variables accept them", () => {
	const plain = option({ id: "A" });
	const cases: readonly (readonly [JsonValue | undefined, string])[] = [
		[undefined, ""],
		[null, ""],
		[[], ""],
		["a b", "a b"],
		[false, "false"],
		[0, "0"],
		[9_007_199_254_740_993n, "9007199254740993"],
		[["a b", "c", 7, true], "a b,c,7,true"],
		[["a,b", 'say "x"', " c", "", "d\ne", "f "], '"a,b","say ""x"""," c","","d\ne",f '],
		[["a", {}], '["a",{}]'],
		[[{}, "a"], '[{},"a"]'],
		[["a", null], '["a",null]'],
		[{ a: [1], b: 9_007_199_254_740_993n }, '{"a":[1],"b":9007199254740993}'],
	];
	for (const [value, text] of cases) {
		it(`are ${JSON.stringify(text)}`, () => {
			// Texts of lists and maps are cached.
			assert.equal(settingText(plain, structuredClone(value)), text);
		});
	}

	it("are durations in Go's format only for options with durations", () => {
		const duration = option({ id: "A", duration: true });
		assert.equal(settingText(duration, 90_000_000_000), "1m30s");
		assert.equal(settingText(duration, 90_000_000_000n), "1m30s");
		assert.equal(settingText(duration, 1.5), "1.5");
		assert.equal(settingText(plain, 90_000_000_000), "90000000000");
	});

	it("are lists of scalars only without other elements", () => {
		assert.ok(isScalarList([]));
		assert.ok(isScalarList(["a", 1, 1n, true]));
		for (const value of [undefined, null, "a", {}, [null], ["a", []], [{}, "a"]])
			assert.ok(!isScalarList(value));
	});
});

describe("the default in the type of the value", () => {
	const cases: readonly (readonly [string, JsonValue, JsonValue])[] = [
		["true", false, true],
		["false", true, false],
		["maybe", true, "maybe"],
		["8080", 1, 8080n],
		["-1", 1, -1n],
		["9007199254740993", 1n, 9_007_199_254_740_993n],
		["8080 ", 1, "8080 "],
		["port 80", 1, "port 80"],
		["80th", 1n, "80th"],
		["1".repeat(41), 1, "1".repeat(41)],
		['["a"]', "b", '["a"]'],
		["a,b", null, ["a", "b"]],
		["", null, []],
		["", ["a"], []],
		['a,"b,c","say ""x""",', ["a"], ["a", "b,c", 'say "x"', ""]],
		['["a",1]', ["a"], ["a", 1]],
		[' ["a"]', null, [' ["a"]']],
		['{"a":1}', null, ['{"a":1}']],
		["[a", ["a"], ["[a"]],
		['{"a":1}', { b: 2 }, { a: 1 }],
		["{a", { b: 2 }, "{a"],
		["a", { b: 2 }, "a"],
	];
	for (const [text, value, expected] of cases) {
		it(`is parsed from ${JSON.stringify(text)} for a value such as ${valueName(value)}`, () => {
			assert.deepEqual(defaultValue(option({ id: "A", default: text, value })), expected);
		});
	}

	it("is missing if the server sends none", () => {
		assert.equal(defaultValue(option({ id: "A", value: ["a"] })), undefined);
	});

	it("is a number of nanoseconds for durations, or a text", () => {
		const of = (text: string) =>
			defaultValue(option({ id: "A", duration: true, default: text, value: 1 }));
		assert.equal(of("1m30s"), 90_000_000_000n);
		assert.equal(of("soon"), "soon");
	});
});

function valueName(value: JsonValue): string {
	return typeof value === "bigint" ? `${String(value)} of 64 bits` : JSON.stringify(value);
}
