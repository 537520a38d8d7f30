import assert from "node:assert/strict";
import fc from "fast-check";
import { plainLines, plainText } from "../../../src/core/base/plainText.ts";
import { anyCharacter } from "../../support/anyCharacter.ts";

describe("plain text", () => {
	it("doesn't change what people write", () => {
		for (const text of [
			"",
			"Acme production",
			"a [b] (c) → d, $5 and 100 %",
			"Größe, 東京, café, emoji 👩‍💻 and 🇩🇪",
			"مرحبا بالعالم",
			"שלום עולם",
			"می‌خواهم",
		]) {
			assert.equal(plainText(text), text);
		}
	});

	it("is one line", () => {
		assert.equal(plainText("a\nb\r\nc\rd"), "a b c d");
		assert.equal(plainText("a\u2028b\u2029c\u0085d\ve\ff\tg"), "a b c d e f g");
		assert.equal(plainLines("a\r\n\r\nb\rc\td"), "a\n\nb\nc d");
	});

	it("reads in logical order", () => {
		const marks = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";
		for (const mark of marks) assert.equal(plainText(`invoice${mark}gpj.exe`), "invoicegpj.exe");
	});

	it("contains no terminal escapes", () => {
		assert.equal(plainText("\u001b[31mred\u001b[0m"), "red");
		assert.equal(plainText("\u001b[38;2;1;2;3mred\u001b[m \u001b[2Jgone\u001b[1;1H"), "red gone");
		assert.equal(plainText("\u001b]0;title\u0007x"), "x");
		assert.equal(plainText("\u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\"), "link");
		assert.equal(plainText("\u001bc reset \u009b31m"), "\uFFFDc reset \uFFFD31m");
		assert.equal(
			plainText("null\0bell\u0007back\bdel\u007f"),
			"null\uFFFDbell\uFFFDback\uFFFDdel\uFFFD",
		);
	});

	it("can be encoded even if it contains half of a surrogate pair", () => {
		for (const text of ["\ud800", "https://x/\udfff", "a\ud83db", "👍\ud83d"]) {
			assert.doesNotThrow(() => encodeURIComponent(plainText(text)));
		}
		assert.equal(plainText("👍\ud83d"), "👍\uFFFD");
	});

	it("contains no control characters, for arbitrary text", () => {
		fc.assert(
			fc.property(fc.string({ unit: anyCharacter }), (text) => {
				assert.doesNotMatch(plainText(text), /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u2028\u2029]/u);
				assert.equal(plainText(plainText(text)), plainText(text));
			}),
		);
	});
});
