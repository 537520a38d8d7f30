import assert from "node:assert/strict";
import { parseGoDuration } from "../../../src/core/base/goDuration.ts";

/** Results of Go's `time.ParseDuration`, and days and weeks as Coder adds them. In nanoseconds. */
const results: readonly (readonly [text: string, ns: bigint | undefined])[] = [
	["0", 0n],
	["+0", 0n],
	["--0", undefined],
	["+-1s", undefined],
	["-", undefined],
	["+", undefined],
	["1-1s", undefined],
	["1h-1m", undefined],
	["0s", 0n],
	["001s", 1_000_000_000n],
	["1", undefined],
	["1.", undefined],
	["1..5s", undefined],
	["s", undefined],
	["1s1", undefined],
	["1x", undefined],
	["1ns", 1n],
	["1us", 1000n],
	["1µs", 1000n],
	["1μs", 1000n],
	["1ms", 1_000_000n],
	["1m", 60_000_000_000n],
	["1d", 86_400_000_000_000n],
	["1w1d", 691_200_000_000_000n],
	["1.5d", 129_600_000_000_000n],
	["0.5ns", 0n],
	["1.9ns", 1n],
	["0.000000001s", 1n],
	["9223372036854775807ns", 9_223_372_036_854_775_807n],
	["9223372036.854775807s", 9_223_372_036_854_775_807n],
	["9223372036.854775808s", undefined],
	["-9223372036.854775808s", -9_223_372_036_854_775_808n],
	["-9223372036854775809ns", undefined],
	["2562047h47m16.854775807s", 9_223_372_036_854_775_807n],
	["2562047h47m16.854775808s", undefined],
	["9223372036854775807ns1ns", undefined],
	["00000000000000000000000000000000000000000001ns", 1n],
	["10000000000000000000000000000000000000000000ns", undefined],
	["0.92233720368547758070ns", 0n],
	["0.9223372036854775807s", 922_337_203n],
	["0.92233720368547758079999s", 922_337_203n],
	["0.0000000000000000000000000000000000000000009w", 0n],
	["1h0m0.5s", 3_600_500_000_000n],
	["-1h", -3_600_000_000_000n],
	["+5s", 5_000_000_000n],
	["1.s", 1_000_000_000n],
	[".5h", 1_800_000_000_000n],
	["0.3333333333333333333h", 1_200_000_000_000n],
	["0.100000000000000000000h", 360_000_000_000n],
	["9007199254.740993s", 9_007_199_254_740_993_000n],
	["-9223372036854775808ns", -9_223_372_036_854_775_808n],
	["9223372036854775808ns", undefined],
	["-0", 0n],
	["00", undefined],
	["-1", undefined],
	[".s", undefined],
	["1H", undefined],
	["1h ", undefined],
	["1e3s", undefined],
	["", undefined],
];

describe("a duration as Go writes it", () => {
	for (const [text, ns] of results) {
		it(`is ${String(ns)} ns for ${JSON.stringify(text)}`, () => {
			assert.equal(parseGoDuration(text), ns);
		});
	}

	it("has no days and weeks on servers before v2.29", () => {
		for (const text of ["1d", "1w", "1h1d"]) assert.equal(parseGoDuration(text, false), undefined);
		assert.equal(parseGoDuration("1h", false), 3_600_000_000_000n);
	});

	it("is read in linear time, however many digits or parts it has", () => {
		assert.equal(parseGoDuration(`${"9".repeat(100_000)}s`), undefined);
		assert.equal(parseGoDuration(`0.${"9".repeat(100_000)}s`), 1_000_000_000n);
		assert.equal(parseGoDuration("1ns".repeat(10_000)), 10_000n);
	});
});
