import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { bundles, readBundle } from "../../../scripts/l10n/bundles.ts";
import { findSentences } from "../../../scripts/l10n/sentences.ts";

const { sentences, problems } = findSentences("src");

describe("sentences in the code", () => {
	it("are literals in calls of t, so that they can be found", () => {
		assert.ok(sentences.size > 800, `only ${String(sentences.size)} were found`);
		assert.deepEqual(problems, []);
	});

	it("aren't concatenated from pieces", () => {
		const pieces = [...sentences.keys()].filter((sentence) => sentence !== sentence.trim());
		assert.deepEqual(pieces, []);
	});

	it("number their placeholders from 0, without gaps", () => {
		const wrong = [...sentences.keys()].filter((sentence) =>
			[...new Set(placeholders(sentence))].some((name, index) => name !== `{${String(index)}}`),
		);
		assert.deepEqual(wrong, []);
	});

	it("are in the folder that package.json specifies for VS Code", () => {
		const { l10n } = JSON.parse(readFileSync("package.json", "utf8")) as { l10n: string };
		assert.equal(l10n, "./l10n");
		assert.ok(bundles().includes("l10n/bundle.l10n.de.json"));
		for (const file of bundles()) {
			const manifest = file.replace("l10n/bundle.l10n.", "package.nls.");
			assert.ok(existsSync(manifest), `${manifest} is missing beside ${file}`);
		}
	});
});

for (const file of bundles()) {
	describe(file, () => {
		const bundle = readBundle(file);

		it("contains each sentence and no other; npm run l10n updates it", () => {
			const missing = [...sentences.keys()].filter((sentence) => !bundle[sentence]?.trim());
			const unsaid = Object.keys(bundle).filter((sentence) => !sentences.has(sentence));
			assert.deepEqual({ missing, unsaid }, { missing: [], unsaid: [] });
		});

		it("has the same placeholders in each sentence", () => {
			const wrong = Object.entries(bundle).filter(
				([english, other]) => placeholders(english).join() !== placeholders(other).join(),
			);
			assert.deepEqual(wrong, []);
		});

		it("ends sentences, questions, and actions that continue with the same punctuation", () => {
			const end = (text: string): string => /(?:[.?!:…]|\.\.\.)?$/.exec(text)?.[0] ?? "";
			const wrong = Object.entries(bundle).filter(
				([english, other]) => end(english) !== end(other),
			);
			assert.deepEqual(wrong, []);
		});

		it("keeps names of options and settings, and literal input", () => {
			const names = (text: string): string[] =>
				[...text.matchAll(/`[^`]*`|\b\w+(?:[A-Z_]\w*_\w+|\.\w+[A-Z]\w*)/g)]
					.map(([name]) => name)
					.toSorted();
			const wrong = Object.entries(bundle).filter(
				([english, other]) => names(english).join(" ") !== names(other).join(" "),
			);
			assert.deepEqual(wrong, []);
		});
	});
}

function placeholders(text: string): string[] {
	return [...text.matchAll(/\{\d+\}/g)].map(([name]) => name).toSorted();
}
