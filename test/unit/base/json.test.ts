import assert from "node:assert/strict";
import { formatJson, isJsonObject, parseJson } from "../../../src/core/base/json.ts";

describe("JSON", () => {
	it("keeps integers exact, as numbers if a double can represent them", () => {
		assert.equal(parseJson("9007199254740993"), 9007199254740993n);
		assert.equal(parseJson("-9007199254740993"), -9007199254740993n);
		assert.equal(parseJson("9007199254740992"), 9007199254740992);
		assert.equal(parseJson("9223372036854775807"), 9223372036854775807n);
		assert.equal(parseJson("3155760000000000000"), 3155760000000000000);
		assert.equal(parseJson("9".repeat(400)), BigInt("9".repeat(400)));
		assert.equal(parseJson("0"), 0);
		assert.equal(parseJson("1.5"), 1.5);
		assert.equal(parseJson("1e3"), 1000);
		assert.equal(parseJson("12345678901234567.5"), 12345678901234568);
		assert.deepEqual(parseJson('{"a":[9007199254740993,1,"9007199254740993"]}'), {
			a: [9007199254740993n, 1, "9007199254740993"],
		});
	});

	// With and without a large integer: two parsers that must agree.
	for (const tail of ["", ',"long":9007199254740993']) {
		describe(tail === "" ? "without long integers" : "with a long integer", () => {
			const parse = (members: string) =>
				parseJson(`{${members}${tail}}`) as Record<string, unknown>;

			it("uses the last of several equal keys", () => {
				assert.equal(parse('"a":1,"a":2').a, 2);
				assert.deepEqual(parse('"a":{"b":1},"a":[3]').a, [3]);
				assert.equal(parse('"a":1,"a":null').a, null);
				assert.equal(parse('"a":1,"a":1').a, 1);
			});

			it("never changes an object's prototype", () => {
				const body = parse('"__proto__":{"polluted":true},"constructor":{"prototype":{"x":1}}');
				assert.equal(Object.getPrototypeOf(body), Object.prototype);
				assert.ok(Object.hasOwn(body, "__proto__"));
				assert.equal((body as { polluted?: unknown }).polluted, undefined);
				assert.equal(({} as { polluted?: unknown }).polluted, undefined);
				assert.equal(({} as { x?: unknown }).x, undefined);
			});

			it("preserves strings: escapes, emoji, control characters, and lone surrogates", () => {
				assert.equal(parse(String.raw`"a":"\u0041\n\"\\\/👋\ud83d\udc4b"`).a, 'A\n"\\/👋👋');
				assert.equal(parse(String.raw`"a":"\ud800"`).a, "\ud800");
				assert.equal(parse('"a":""').a, "");
			});

			it("rejects invalid JSON", () => {
				for (const members of [
					'"a":01',
					'"a":+1',
					'"a":.5',
					'"a":1.',
					'"a":NaN',
					'"a":Infinity',
					'"a":undefined',
					"'a':1",
					"a:1",
					'"a":"x',
					'"a":"\n"',
					'"a":[1,]',
					'"a" 1',
					'"a":1,',
					'"a":1 "b":2',
					"/**/",
				]) {
					assert.throws(() => parse(members), SyntaxError, members);
				}
			});
		});
	}

	it("rejects text that is empty, truncated, or more than one value", () => {
		for (const text of [
			"",
			" ",
			"{",
			'{"a":1',
			"[1,",
			"1 2",
			"{}{}",
			"9007199254740993 1",
			"tru",
		]) {
			assert.throws(() => parseJson(text), SyntaxError, text);
		}
	});

	it("survives a round trip", () => {
		for (const text of [
			'{\n\t"a": 9007199254740993,\n\t"b": [\n\t\t1,\n\t\tnull,\n\t\ttrue,\n\t\t"👋"\n\t]\n}',
			"9007199254740993",
			"[]",
			"{}",
			"null",
			'"\\n"',
		]) {
			assert.equal(formatJson(parseJson(text)), text);
		}
	});

	it("recognizes its objects", () => {
		assert.ok(isJsonObject({}));
		for (const value of [undefined, null, [], "x", 1, 1n, true]) assert.ok(!isJsonObject(value));
	});
});
