import assert from "node:assert/strict";
import { fileNameOf } from "../../../src/core/base/fileName.ts";
import { hashOf, placeOf, unpackSentences } from "../../../src/core/base/packedSentences.ts";
import { shortHash } from "../../../src/core/base/shortHash.ts";
import { packSentences } from "../../../scripts/l10n/packSentences.ts";

describe("names that are hashes", () => {
	it("remain the same, because stored data is found by them", () => {
		assert.equal(shortHash("https://coder.larkspur.example"), "34e7237f36af8e15");
		assert.equal(fileNameOf("https://coder.larkspur.example"), "34e7237f36af8e15af0f3f896e5fe27d");
	});
});

describe("packed sentences", () => {
	it("are found by the FNV-1a hash of the English sentence", () => {
		assert.equal(hashOf(""), 0x811c9dc5);
		assert.equal(hashOf("a"), 0xe40c292c);
		assert.equal(hashOf("foobar"), 0xbf9cf968);
	});

	it("have places that depend on the seed", () => {
		const places = [0, 1, 2, 3].map((seed) => placeOf(hashOf("foobar"), seed, 1000));
		assert.deepEqual(places, [276, 893, 49, 252]);
	});

	it("are found again, and a missing translation is empty", () => {
		const sentences = Array.from({ length: 300 }, (_, index) => `Sentence ${String(index)}.`);
		const bundle = Object.fromEntries(
			sentences.filter((_, index) => index % 7 > 0).map((one) => [one, `Satz: ${one}`]),
		);
		const find = unpackSentences(packSentences(sentences, bundle));
		for (const one of sentences) assert.equal(find(one), bundle[one] ?? "");
		assert.equal(unpackSentences({ seeds: "", translations: "" })("Sentence."), "");
	});
});
