import assert from "node:assert/strict";
import { tidyPaste, unwrap } from "../../../src/core/base/pastedText.ts";

describe("pasted text", () => {
	const unwrapped: Readonly<Record<string, string>> = {
		"": "",
		" ": "",
		a: "a",
		" a ": "a",
		'"a"': "a",
		'"a': "a",
		'a"': "a",
		"a;": "a",
		";a": ";a",
		",a,": ",a",
		"„a“": "a",
		"<a>": "a",
		"(a)": "a",
		"((a))": "a",
		"( a )": "a",
		"(a": "(a",
		"a)": "a)",
		"(a}": "(a}",
		"{a}": "a",
		"*a*": "a",
		"**a**": "a",
		"*a": "*a",
		"*": "*",
		"**": "",
		"()": "",
		"(": "(",
		'"': "",
		'""': "",
		'"(a b)";': "a b",
		"a (b)": "a (b)",
	};
	for (const [text, result] of Object.entries(unwrapped)) {
		it(`loses what surrounds it: ${JSON.stringify(text)}`, () => {
			assert.equal(unwrap(text), result);
		});
	}

	it("loses invisible characters and line breaks", () => {
		assert.equal(tidyPaste("\u200b  a\u200bb\r\n\t c\u0007 "), "ab c");
		assert.equal(tidyPaste("\n"), "");
	});
});
