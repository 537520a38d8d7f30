import assert from "node:assert/strict";
import { setTranslator, t, translatorFrom } from "../../../src/core/base/l10n.ts";
import { packSentences } from "../../../scripts/l10n/packSentences.ts";

const english = translatorFrom({});

describe("translation", () => {
	afterEach(() => {
		setTranslator(english);
	});

	it("returns English by default", () => {
		assert.equal(t("{0} of {1}", 1, "two"), "1 of two");
		assert.equal(t("{1} {0} {1}", "a", "b"), "b a b");
		assert.equal(t("{0} {1}", "a"), "a {1}");
		assert.equal(t("no {x} {} braces"), "no {x} {} braces");
	});

	it("inserts arguments once: braces in them have no effect", () => {
		assert.equal(t("{0} {1}", "{1}", "$&"), "{1} $&");
	});

	it("uses the bundle's sentences, and English for missing ones", () => {
		setTranslator(translatorFrom({ "{0} of {1}": "{1}, davon {0}" }));
		assert.equal(t("{0} of {1}", 1, 2), "2, davon 1");
		assert.equal(t("Version"), "Version");
		assert.equal(t("constructor"), "constructor");
	});

	it("fills gaps by number, also those with two digits", () => {
		const args = Array.from({ length: 11 }, (_, index) => `<${String(index)}>`);
		assert.equal(t("{10} {1} {11}", ...args), "<10> <1> {11}");
	});

	it("finds sentences in a packed bundle and in one by key", () => {
		const bundle = { "Hello, {0}.": "Hallo, {0}." };
		for (const one of [bundle, packSentences(["Hello, {0}.", "Bye."], bundle)]) {
			const translate = translatorFrom(one);
			assert.equal(translate("Hello, {0}.", "Mira"), "Hallo, Mira.");
			assert.equal(translate("Bye."), "Bye.");
		}
	});
});
