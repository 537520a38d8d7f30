import assert from "node:assert/strict";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { isReadAsText, yamlValue } from "../../../src/core/export/yamlOption.ts";
import { doubleQuoted, scalarStyle } from "../../../src/core/export/yamlScalar.ts";
import { option } from "../configuration/support/options.ts";

describe("a value in the server's YAML", () => {
	const written = (type: string | undefined, value?: JsonValue) =>
		yamlValue(option({ id: "A", ...(value !== undefined && { value }) }), type);

	it("is the type's empty value if there is none", () => {
		for (const [type, empty] of [
			["struct[map[string]string]", {}],
			["struct[[]codersdk.LinkConfig]", []],
			["string-array", []],
			["string", ""],
			["yaml-config-path", ""],
			["url", undefined],
			["regexp", undefined],
			["host:port", undefined],
			[String.raw`enum[a\|b]`, undefined],
			[undefined, []],
		] as const) {
			assert.deepEqual(written(type), empty, type);
			assert.deepEqual(written(type, null), empty, type);
		}
	});

	it("is missing for an empty text that the server would parse", () => {
		for (const type of ["url", "regexp", "host:port", String.raw`enum[a\|b]`])
			assert.equal(written(type, ""), undefined, type);
		for (const type of ["string", "duration", undefined]) assert.equal(written(type, ""), "", type);
	});

	it("has empty lists instead of null in structures, and is otherwise as the server sent it", () => {
		const value = { a: null, b: [null, { c: null, d: 1 }], e: "f" };
		assert.deepEqual(written("struct[[]codersdk.LinkConfig]", value), {
			a: [],
			b: [[], { c: [], d: 1 }],
			e: "f",
		});
		for (const type of ["string", "string-array", "x-struct[", undefined])
			assert.deepEqual(written(type, value), value, type);
		assert.deepEqual(written("int", 5), 5);
	});

	it("is a duration in Go's format", () => {
		const duration = option({ id: "A", duration: true, value: 5_400_000_000_000 });
		assert.equal(yamlValue(duration, "duration"), "1h30m0s");
	});

	it("is parsed from its text for some types, however YAML would interpret it", () => {
		for (const type of ["duration", "url", "regexp", "host:port", String.raw`enum[a\|b]`])
			assert.equal(isReadAsText(type), true, type);
		for (const type of ["string", "string-array", "int", "bool", "enum", "struct[x]", undefined])
			assert.equal(isReadAsText(type), false, type);
	});
});

describe("a text in YAML", () => {
	it("has quotes only if it could be something else, or nothing", () => {
		for (const [text, style, parsed] of [
			["", "double", "plain"],
			["pier", "plain", "plain"],
			["1h30m0s", "plain", "plain"],
			["yes", "double", "plain"],
			["12", "double", "plain"],
			["2026-08-07", "double", "plain"],
			["- x", "single", "single"],
			["x\u0001", "double", "double"],
			["x\ny", "literal", "literal"],
		] as const)
			assert.deepEqual(
				[scalarStyle(text, false), scalarStyle(text, true)],
				[style, parsed],
				JSON.stringify(text),
			);
	});

	it("has escapes of the shortest length in double quotes", () => {
		for (const [text, quoted] of [
			['a"\\\n\t', String.raw`a\"\\\n\t`],
			["\0\x01\x07\x1b\x1f\x7f", String.raw`\0\x01\a\e\x1F\x7F`],
			["\u0080\u0085\u00a0\u2027\u2028\u2029", "\\x80\\N\u00a0\u2027\\L\\P"],
			["\ud7ff\ud800 \udfff\ue000", "\ud7ff\\uD800 \\uDFFF\ue000"],
			["\ufeff\ufffd\uffff", "\\uFEFF\ufffd\\uFFFF"],
			["\u{1f6a2}\u{10ffff}", String.raw`\U0001F6A2\U0010FFFF`],
		] as const)
			assert.equal(doubleQuoted(text), `"${quoted}"`);
	});
});
