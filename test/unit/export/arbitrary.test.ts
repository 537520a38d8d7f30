import assert from "node:assert/strict";
import fc from "fast-check";
import { anyCharacter } from "../../support/anyCharacter.ts";
import "../../support/stable.ts";
import { generatedValues } from "../../support/generatedValues.ts";
import type { JsonValue } from "../../../src/core/base/json.ts";
import { all, configWith, facts } from "./support/configs.ts";
import { yamlText } from "../../../src/core/export/yamlText.ts";
import { readBack, readers, type Reader } from "./support/readBack.ts";
import { comparable } from "./support/settings.ts";

/** Texts that break naive writers, in addition to arbitrary text. */
const nasty = [
	"a\nb",
	"ends in a backslash\\",
	"\\\\",
	"it's",
	'say "hi"',
	"$HOME ${HOME} $(HOME) $$",
	"%n %% 100%",
	"a | b",
	"`code`",
	" space ",
	"# no comment",
	"key: value",
	"- item",
	"true",
	"null",
	"0x1F",
	"1e3",
	"190:20:30",
	"2026-08-07",
	"~",
	"<br>",
	"&amp; &#10;",
	"*a* _b_ [c](d)",
	"\t",
	"\u0085\u2028\u2029\ufeff",
	"&anchor",
	"!tag",
	"@mira",
	"'",
	'"',
	"\n",
	"\n\n  indented\n",
	"trailing\n",
	"|",
	">",
	"😀",
];

/** Characters that YAML files can't contain. */
// eslint-disable-next-line no-control-regex
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]/;

/** Characters with a meaning in one of the formats. */
const special = "'\"\\$%|`# :-\n\t&*<>[]{}@!,;=ab1";

const text = fc.oneof(
	fc.constantFrom(...nasty),
	fc.string({ unit: anyCharacter, maxLength: 30 }),
	fc.string({ unit: "grapheme", maxLength: 30 }),
	fc.string({ unit: fc.constantFrom(...Array.from(special)), maxLength: 20 }),
);

const option = (value: JsonValue) => ({
	name: "Sample",
	description: "A sample.",
	flag: "sample",
	env: "CODER_SAMPLE",
	yaml: "sample",
	group: { name: "Group", yaml: "group" },
	value,
	value_source: "env",
});

/** Follows the option: how one is written must not affect the other. */
const neighbour = {
	...option("as it was"),
	name: "Neighbour",
	flag: "neighbour",
	env: "CODER_NEIGHBOUR",
	yaml: "neighbour",
};

/** Returns whether a format can contain the texts; otherwise, it has a comment with the reason. */
function isHeld(reader: Reader, texts: readonly string[]): boolean {
	const any = (pattern: RegExp): boolean => texts.some((one) => pattern.test(one));
	if (reader === "json" || reader === "yaml" || reader === "markdown") return true;
	return !any(/[\0\r]/);
}

function survives(reader: Reader, value: JsonValue, texts: readonly string[]): void {
	const config = configWith(option(value), neighbour);
	const [parsed, next] = config.options;
	assert.ok(parsed && next);
	// Anything like a URL with a password was masked; other tests cover that.
	if (comparable(parsed.value) !== comparable(value)) return;
	// Markdown shows another character instead of NUL.
	if (reader === "markdown" && texts.some((one) => one.includes("\0"))) return;
	const read = readBack(config, reader, all);
	assert.equal(read(next), comparable("as it was"), "the option below was read as something else");
	const found = read(parsed);
	const empty = comparable(value) === "(empty)" && !["json", "markdown", "yaml"].includes(reader);
	assert.equal(found, empty || !isHeld(reader, texts) ? undefined : comparable(value));
}

describe("an arbitrary value in a round trip", function () {
	this.timeout(60_000);
	for (const reader of readers) {
		it(`survives as text in ${reader}`, () => {
			fc.assert(
				fc.property(text, (value) => {
					survives(reader, value, [value]);
				}),
				{ numRuns: generatedValues(400) },
			);
		});

		it(`survives as list in ${reader}`, () => {
			fc.assert(
				fc.property(fc.array(text, { maxLength: 4 }), (value) => {
					survives(reader, value, value);
				}),
				{ numRuns: generatedValues(200) },
			);
		});

		it(`survives as map in ${reader}`, () => {
			fc.assert(
				fc.property(fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true }), (value) => {
					// JSON in a variable escapes what the variable couldn't contain.
					survives(reader, value, []);
				}),
				{ numRuns: generatedValues(200) },
			);
		});
	}

	for (const [name, value] of [
		["the longest duration", 9223372036854775807n],
		["a negative one", -1500000000],
		["less than a microsecond", 7],
	] as const) {
		it(`survives as duration: ${name}`, () => {
			for (const reader of readers) {
				const config = configWith({ ...option(value), annotations: { format_duration: "true" } });
				const [parsed] = config.options;
				assert.ok(parsed);
				assert.equal(readBack(config, reader, all)(parsed), comparable(value), reader);
			}
		});
	}

	for (const value of [0, -1, 4611686018427387905n, true, false] as const) {
		it(`survives as ${typeof value} ${value.toString()}`, () => {
			for (const reader of readers) {
				const config = configWith(option(value));
				const [parsed] = config.options;
				assert.ok(parsed);
				assert.equal(readBack(config, reader, all)(parsed), comparable(value), reader);
			}
		});
	}

	for (const value of ["a\u0001b", "\u0000", "\ufeff", "\u007f", "********\u0001"]) {
		it(`doesn't make a file of comments invalid: ${JSON.stringify(value)}`, () => {
			const { yaml: _key, ...unlisted } = option(value);
			const { text } = yamlText(configWith(unlisted, neighbour), facts, all);
			// YAML allows these characters not even in comments, and the server then rejects the whole file.
			assert.doesNotMatch(text, unprintable);
		});
	}
});
