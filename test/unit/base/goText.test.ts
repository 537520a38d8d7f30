import assert from "node:assert/strict";
import {
	parseCsvRecord,
	parseGoBool,
	parseGoInt,
	parseGoUrl,
	parseHostPort,
} from "../../../src/core/base/goText.ts";

/** What Go's standard library returns; `undefined` for an error. */
type Results<T> = readonly (readonly [text: string, result: T | undefined])[];

function check<T>(name: string, parse: (text: string) => T | undefined, results: Results<T>): void {
	describe(name, () => {
		for (const [text, result] of results) {
			it(`parses ${JSON.stringify(text)} as Go does`, () => {
				assert.deepEqual(parse(text), result);
			});
		}
	});
}

describe("texts that the server parses", () => {
	check("integers", parseGoInt, [
		["+5", 5],
		["-0", 0],
		["007", 7],
		["-9223372036854775808", -9_223_372_036_854_775_808n],
		["9223372036854775808", undefined],
		["1+1", undefined],
		["1_000", undefined],
		["0x10", undefined],
		["1e3", undefined],
		[" 1", undefined],
	]);
	check("booleans", parseGoBool, [
		["T", true],
		["f", false],
		["", false],
		["tRUE", undefined],
		["yes", undefined],
	]);
	check("lists", parseCsvRecord, [
		['a,"b,""c""",', ["a", 'b,"c"', ""]],
		['"a\r\nb"', ["a\nb"]],
		["a\nb", ["a"]],
		["a\r", ["a"]],
		["a\rb", ["a\rb"]],
		["\n\na", ["a"]],
		[' "a"', undefined],
		['"a"b', undefined],
		['a"b', undefined],
		['"a', undefined],
		["\n", undefined],
	]);
	check("hosts and ports", parseHostPort, [
		[":80", ":80"],
		["[::1%eth0]:80", "[::1%eth0]:80"],
		["[a]:80", "a:80"],
		["a:", "a:"],
		["a.example:80", "a.example:80"],
		["[]:80", ":80"],
		["a", undefined],
		["a:b:80", undefined],
		["x[::1]:80", undefined],
		["[::1]:80]", undefined],
		["[::1]:8:0", undefined],
		["::1:80", undefined],
		["[::1]", undefined],
		["[a]b:80", undefined],
		["", undefined],
	]);
	check("URLs", parseGoUrl, [
		["", ""],
		["HTTPS://a.example/%zz?%zz", undefined],
		["HTTPS://a.example/?%zz", "https://a.example/?%zz"],
		["a.example:443", "a.example:443"],
		["192.0.2.1:443", undefined],
		["a_b://x", undefined],
		["a:b:", "a:b:"],
		["/a:b", "/a:b"],
		["a/b:c", "a/b:c"],
		["?a:b", "?a:b"],
		["1a:b", undefined],
		["a%2", undefined],
		["a%2g", undefined],
		["a%2G", undefined],
		["a%2F", "a%2F"],
		["x//a b", "x//a b"],
		["https://user:pass@a.example:1/", "https://user:pass@a.example:1/"],
		["https://a@b@c.example/", "https://a@b@c.example/"],
		["https://a.example:80a/", undefined],
		["https://a.example:8080", "https://a.example:8080"],
		["https://[::1]x/", undefined],
		["https://a.example\nX", undefined],
		["HTTPS:x\ny", undefined],
		["https://a.example:port", undefined],
		["https://[fe80::1%25eth0]:1/", "https://[fe80::1%25eth0]:1/"],
		["https://a b/", undefined],
		["https://a.example/\n", undefined],
		[":x", undefined],
	]);
});
