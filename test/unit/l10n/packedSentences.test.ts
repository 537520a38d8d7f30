import assert from "node:assert/strict";
import { bundles, readBundle } from "../../../scripts/l10n/bundles.ts";
import { packSentences } from "../../../scripts/l10n/packSentences.ts";
import { findSentences } from "../../../scripts/l10n/sentences.ts";
import { translatorFrom } from "../../../src/core/base/l10n.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const sentences = [...findSentences("src").sentences.keys()];

describe("packaged sentences", function () {
	this.timeout(slowMachine);

	for (const file of bundles()) {
		it(`translate every sentence of the code as ${file} does`, () => {
			const bundle = readBundle(file);
			const translate = translatorFrom(packSentences(sentences, bundle));
			for (const sentence of sentences) assert.equal(translate(sentence), bundle[sentence]);
		});
	}

	it("stay in English if the language has no translation of them", () => {
		const translate = translatorFrom(
			packSentences(["Version", "{0} of {1}"], { Version: "Fassung" }),
		);
		assert.equal(translate("Version"), "Fassung");
		assert.equal(translate("{0} of {1}", 1, 2), "1 of 2");
	});

	it("fill placeholders, and contain each translation once", () => {
		const packed = packSentences(["{0} of {1}", "{0} of {1}"], { "{0} of {1}": "{1}, davon {0}" });
		assert.equal(translatorFrom(packed)("{0} of {1}", "{1}", 2), "2, davon {1}");
		assert.equal(packed.translations, "{1}, davon {0}");
	});

	it("don't depend on the order of the sentences' file", () => {
		const bundle = readBundle(bundles()[0] ?? "");
		const reversed = Object.fromEntries(Object.entries(bundle).toReversed());
		assert.deepEqual(packSentences(sentences, bundle), packSentences(sentences, reversed));
	});

	it("can't have several lines, because a line is a translation", () => {
		assert.throws(() => packSentences(["Version"], { Version: "Fas\nsung" }), /several lines/);
	});
});
