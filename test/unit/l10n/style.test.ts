import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

const read = (file: string): Record<string, string> =>
	JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;

const sentences = Object.keys(read("l10n/bundle.l10n.de.json"));
const manifest = read("package.nls.json");
const texts = [...sentences, ...Object.values(manifest)];

/** Wording that the writing style rules out, and what to write instead. */
const outdated: readonly (readonly [pattern: RegExp, instead: string])[] = [
	[/\bcannot\b/, "can't"],
	[
		/\b(?:do|does|did|is|are|was|were|has|have|could|should|would) not\b(?! verified because)/,
		"a contraction",
	],
	[/\b(?:is|are) to be\b/, "an active verb"],
	[/(?:^|[.;:] )(?:Who|Whoever|What) [^?]*\.$/, "a clause with a noun as its subject"],
	[/\b(?:nobody|somebody|everybody)\b/i, "no one, someone, everyone"],
	[/\bany (?:more|longer)\b/, "no longer"],
	[/\b[Ss]witch(?:es|ed)? (?:it |this )?(?:on|off)\b/, "turn on, turn off"],
	[/\bby hand\b/, "yourself"],
	[/\bpeople\b/i, "users"],
	[/\bsuccessors?\b/i, "replacement"],
	[/\b[Nn]otices\b/, "notifications"],
	[/\bReplace by\b/, "Replace with"],
	[/\b(?:counts|deserves a look|stands for itself)\b/, "applies, is used"],
	[/(?<![/:.\w])https?\b(?![:.])/, "HTTPS, HTTP"],
	[/\b(?:cancelled|recognised|colour)\b/, "American spelling"],
];

/** Words that stay in lower case in a title. */
const small = new Set([
	"a",
	"an",
	"and",
	"as",
	"at",
	"for",
	"in",
	"of",
	"on",
	"or",
	"the",
	"to",
	"with",
]);

describe("the wording of English sentences", () => {
	for (const [pattern, instead] of outdated) {
		it(`uses “${instead}”`, () => {
			assert.deepEqual(
				texts.filter((text) => pattern.test(text)),
				[],
			);
		});
	}

	it("has patterns that catch the outdated wording", () => {
		for (const text of [
			"Who can read the database can read tokens.",
			"It cannot be read.",
			"Switch it off.",
			"Nobody is told any more.",
			"The access URL is http",
		])
			assert.ok(
				outdated.some(([pattern]) => pattern.test(text)),
				text,
			);
	});

	it("uses title case and at most 60 characters for titles of commands", () => {
		for (const [key, title] of Object.entries(manifest)) {
			if (!/^command\..*\.title$|^walkthrough\..*title$/.test(key)) continue;
			assert.ok(title.length <= 60, title);
			assert.doesNotMatch(title, /\.$/);
			for (const [index, word] of title.split(" ").entries())
				if (index === 0 || !small.has(word)) assert.match(word, /^[^\p{Ll}]/u, title);
		}
	});

	it("ends sentences with a full stop, and labels without", () => {
		for (const text of Object.values(manifest)) assert.doesNotMatch(text, /\.\.$| \.| {2}/);
		for (const text of sentences) {
			assert.doesNotMatch(text, /\.\.$| \.(?!\w)| {2}/);
			// Two sentences aren't a label: the last ends like the first.
			if (/[a-z]\. [A-Z]/.test(text)) assert.match(text, /[.…?]$|\{\d\}$|[:)]$/, text);
		}
	});

	it("asks a question only if there's an answer to choose", () => {
		for (const text of sentences)
			if (text.includes("?")) assert.doesNotMatch(text, /^(?:Which|Where|How do) /, text);
	});
});
