import assert from "node:assert/strict";
import { valueAt, type ValueSign } from "../../../../src/core/coder/writtenValue.ts";

/** Splits a text after two characters at the value that begins there: what opens it, the value, and the rest. */
function split(text: string, sign: ValueSign, column = 0): readonly string[] {
	const all = `x=${text}`;
	const { from, to } = valueAt(all, 2, sign, () => column);
	return [all.slice(2, from), all.slice(from, to), all.slice(to)];
}

const more = (count: number) => "b".repeat(count);

describe("a written value", () => {
	const cases: readonly (readonly [string, ValueSign, readonly string[]])[] = [
		["a,b c", "=", ["", "a,b", " c"]],
		[`a"b" c`, "=", ["", `a"b`, `" c`]],
		["a,b c", ":", ["", "a", ",b c"]],
		["a%3Db%26c", "%", ["", "a%3Db", "%26c"]],
		["a,b;c d", " ", ["", "a,b;c", " d"]],
		[`"a b" c`, "=", [`"`, "a b", `" c`]],
		[`"a."b c`, "=", [`"`, `a."b`, " c"]],
		[`"a"b c`, ":", [`"`, "a", `"b c`]],
		[`"a\\"b" c`, ":", [`"`, `a\\"b`, `" c`]],
		[`\\"a\\\\\\"b\\" c`, ":", [`\\"`, `a\\\\\\"b`, `\\" c`]],
		[`"" c`, ":", [`"`, "", `" c`]],
		[`"a"'b`, ":", [`"`, "a", `"'b`]],
		[`"a""b" c`, ":", [`"`, "a", `""b" c`]],
		[`'a' b`, ":", [`'`, "a", `' b`]],
		[`'it''s' c`, ":", [`'`, "it''s", `' c`]],
		[`''' c`, ":", [`'`, "", `'' c`]],
		["`a' b` c", ":", ["`", "a' b", "` c"]],
		[`"a b\nc`, ":", [`"`, "a b", "\nc"]],
		[`"a\nb" c`, ":", [`"`, "a\nb", `" c`]],
		[`"${more(1500)}" c`, ":", [`"`, more(1500), `" c`]],
		[`"a\n${more(998)}" c`, ":", [`"`, `a\n${more(998)}`, `" c`]],
		[`"a\n${more(999)}" c`, ":", [`"`, "a", `\n${more(999)}" c`]],
		["[a, [b], c] d", ":", ["[", "a, [b], c", "] d"]],
		["{a: {b: [c]}, d: e} f", ":", ["{", "a: {b: [c]}, d: e", "} f"]],
		["[{a}, b] c", "=", ["[", "{a}, b", "] c"]],
		["{a: b", ":", ["{", "a: b", ""]],
		[`[a\n${more(1500)}`, ":", ["[", `a\n${more(999)}`, more(501)]],
		["|\n  a\n\n  b\n", ":", ["|\n", "  a\n\n  b", "\n"]],
		["|\n a\nb", ":", ["|\n", " a", "\nb"]],
		["|\n  a\n", "=", ["|\n", "", "  a\n"]],
		[">-\r\n  a", ":", [">-\r\n", "  a", ""]],
		["<<E\na\nE\nb", "=", ["<<E", "\na", "\nE\nb"]],
		["<<-'EOT'\na\n  EOT \nb", "=", ["<<-'EOT", "'\na", "\n  EOT \nb"]],
		["<<EOT\na\nEOTX\n", "=", ["<<EOT", "\na\nEOTX\n", ""]],
	];
	for (const [text, sign, parts] of cases) {
		it(`ends where it's closed (${JSON.stringify(text.slice(0, 40))} after "${sign}")`, () => {
			assert.deepEqual(split(text, sign), parts);
		});
	}

	it("may begin the text", () => {
		assert.deepEqual(
			valueAt('"" a', 0, ":", () => 0),
			{ from: 1, to: 1, isEnclosed: true },
		);
	});

	it("is a block of lines that are indented further than its name", () => {
		assert.deepEqual(split("|\n  a\n b\nc", ":", 0), ["|\n", "  a\n b", "\nc"]);
		assert.deepEqual(split("|\n  a\n b\nc", ":", 1), ["|\n", "  a", "\n b\nc"]);
		assert.deepEqual(split("|\n  a\n b\nc", ":", 2), ["|\n", "", "  a\n b\nc"]);
	});

	it("is enclosed by anything but spaces and punctuation", () => {
		const isEnclosed = (text: string) => valueAt(text, 0, ":", () => 0).isEnclosed;
		for (const text of ['"a"', "'a'", "`a`", "[a]", "{a}", "|\n  a", "<<E\na\nE"])
			assert.equal(isEnclosed(text), true, text);
		for (const text of ["a", "", "(a)", ",a"]) assert.equal(isEnclosed(text), false, text);
	});
});
