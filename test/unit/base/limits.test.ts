import assert from "node:assert/strict";
import "../../support/stable.ts";
import { ExcessError, type Bounds } from "../../../src/core/base/bounds.ts";
import { checkJsonText } from "../../../src/core/base/checkJsonText.ts";
import { checkValue } from "../../../src/core/base/checkValue.ts";

const bounds: Bounds = { depth: 3, digits: 4, characters: 5, entries: 3, values: 8, size: 12 };

/** Returns the limit that something exceeds. */
function exceeded(check: () => unknown): keyof Bounds | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		assert.ok(error instanceof ExcessError);
		assert.equal(error.name, "ExcessError");
		return error.bound;
	}
}

describe("a JSON text", () => {
	const check = (text: string, limits = bounds) =>
		exceeded(() => checkJsonText(text, { ...bounds, ...limits }));

	const within = [
		"[[[1]]]",
		'{"a":{"b":{}}}',
		"9999",
		'"12345"',
		'"ab\\"c"',
		'["[[[["]',
		'[",,,,"]',
		"[1,2,3]",
		"[[1,2,3],[1,2]]",
		"[[],[],[]]",
		"[{},[1,2]]",
		"[true,null,12]",
		'{"a":[],"b":{}}',
	];
	for (const text of within) {
		it(`may be ${text}`, () => {
			assert.equal(check(text), undefined);
		});
	}

	const beyond: readonly (readonly [bound: keyof Bounds, text: string])[] = [
		["depth", "[[[[1]]]]"],
		["depth", '{"a":{"b":{"c":{}}}}'],
		["digits", "10000"],
		["digits", "-0.12345"],
		["characters", '"123456"'],
		["characters", '{"123456":1}'],
		["characters", '"12\\"34"'],
		["characters", '"not closed'],
		["entries", "[1,2,3,4]"],
		["entries", '{"a":1,"b":2,"c":3,"d":4}'],
		["values", "[[1,2,3],[1,2,3],[1]]"],
	];
	for (const [bound, text] of beyond) {
		it(`has too much if it's ${text}: ${bound}`, () => {
			assert.equal(check(text), bound);
		});
	}

	it("closes a string at the first quotation mark that isn't escaped", () => {
		assert.equal(check(String.raw`["a\\",[[[1]]]]`), "depth", "an escaped backslash");
		assert.equal(check(String.raw`["\"[[["]`), undefined, "an escaped quotation mark");
		assert.equal(check(String.raw`["\\\"[["]`, { ...bounds, characters: 9 }), undefined);
	});

	it("has integers that a double may round, from 16 digits on", () => {
		const many = { ...bounds, digits: 40 };
		const long = "9007199254740993";
		assert.deepEqual(
			checkJsonText(`[123456789012345,${long},"${long}"]`, { ...many, characters: 20 }),
			[long],
		);
		const zeros = "1000000000000000";
		assert.deepEqual(checkJsonText(`[${zeros},-${long}]`, many), [zeros, long]);
	});

	it("has no such integers in a string, whatever the string ends with", () => {
		const long = "9007199254740993";
		const many = { ...bounds, digits: 40, characters: 40 };
		for (const text of [
			`["[[[",${long}]`,
			String.raw`["\"",${long}]`.replace('\\\\"', '\\"'),
			String.raw`["\\",${long}]`,
			String.raw`["\\\"[",${long}]`,
		])
			assert.deepEqual(checkJsonText(text, many), [long], text);
		for (const text of [`["${long}"]`, String.raw`["\"${long}"]`, `["${long}`])
			assert.deepEqual(checkJsonText(text, many), [], text);
	});
});

describe("a parsed value", () => {
	const check = (value: unknown) =>
		exceeded(() => {
			checkValue(value, bounds);
		});

	it("may reach each limit", () => {
		for (const value of [
			[[[]]],
			{ a: { b: {} } },
			9999n,
			-9999n,
			"12345",
			{ "12345": 1 },
			[1, 2, 3],
			[[1, 2], [1], [1, 2]],
			["12345", "12345", "12"],
			{ "12345": "12345", a: "1" },
			null,
			undefined,
		]) {
			assert.equal(check(value), undefined);
		}
	});

	it("must not exceed any limit, in keys either", () => {
		assert.equal(check([[[[]]]]), "depth");
		assert.equal(check({ a: { b: { c: {} } } }), "depth");
		assert.equal(check(10_000n), "digits");
		assert.equal(check(-10_000n), "digits");
		assert.equal(check("123456"), "characters");
		assert.equal(check({ "123456": 1 }), "characters");
		assert.equal(check([1, 2, 3, 4]), "entries");
		assert.equal(check({ a: 1, b: 2, c: 3, d: 4 }), "entries");
		assert.equal(
			check([
				[1, 2],
				[1, 2],
				[1, 2],
			]),
			"values",
		);
		assert.equal(check(["12345", "12345", "123"]), "size");
		assert.equal(check({ "12345": "12345", abc: 1 }), "size");
	});

	it("counts a part each time that it's referenced", () => {
		const shared = [1, 2];
		assert.equal(check([shared, shared]), undefined);
		assert.equal(check([shared, shared, shared]), "values");
	});
});
