import assert from "node:assert/strict";
import fc from "fast-check";
import { TextSearch } from "../../../../src/core/coder/textSearch.ts";

const replaced = (words: readonly string[], text: string) =>
	new TextSearch(words).replace(text, "*");

describe("a search for many words", () => {
	it("replaces each of them", () => {
		assert.equal(replaced(["secret", "word"], "a secret, a word"), "a *, a *");
		assert.equal(replaced([], "a secret"), "a secret");
		assert.equal(replaced(["x"], ""), "");
	});

	it("finds words with common prefixes or suffixes, and words inside others", () => {
		assert.equal(replaced(["abcd", "bc", "cde"], "xabcdex"), "x*x");
		assert.equal(replaced(["abcx", "bc"], "abcabcx"), "a**");
		assert.equal(replaced(["aab"], "aaab"), "a*");
		assert.equal(replaced(["hers", "his", "she", "he"], "ushers"), "u*");
		assert.equal(replaced(["bc", "de", "fg", "abcdefgh"], "abcdefgh"), "*");
	});

	it("ignores words beyond 200,000 characters", () => {
		const words = ["x".repeat(199_996), "last", "more"];
		assert.equal(replaced(words, "first, last, more"), "first, *, more");
		assert.equal(replaced(words.toSpliced(2, 0, "y"), "y, last, more"), "y, *, more");
	});

	it("leaves no part of any word, and keeps everything else", () => {
		const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(
				fc.array(word, { minLength: 1, maxLength: 5 }),
				fc.string({ unit: fc.constantFrom("a", "b", "c", "d") }),
				(words, text) => {
					const covered = new Array<boolean>(text.length).fill(false);
					for (const one of words) {
						for (let at = text.indexOf(one); at !== -1; at = text.indexOf(one, at + 1)) {
							covered.fill(true, at, at + one.length);
						}
					}
					const rest = text
						.split("")
						.filter((_, index) => !covered[index])
						.join("");
					assert.equal(replaced(words, text).replaceAll("*", ""), rest);
				},
			),
		);
	});
});
