import assert from "node:assert/strict";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { commentLines } from "../../../src/core/export/commentLines.ts";
import { exportFormats } from "../../../src/core/export/choices.ts";
import { exportText } from "../../../src/core/export/exportText.ts";
import { headerSentences } from "../../../src/core/export/header.ts";
import { wrap } from "../../../src/core/export/wrap.ts";
import { assertGolden } from "../../support/golden.ts";
import { configWith, everyChoice, facts } from "./support/configs.ts";

const web = { name: "Web", yaml: "web", description: "How people reach the harbour." };
const tls = { parent: web, name: "TLS", yaml: "tls" };

/** Options of each type, as a server sends them, with values that each format writes in its own way. */
const options: readonly JsonObject[] = [
	{ name: "Plain", env: "CODER_PLAIN", yaml: "plain", value: "pier", value_source: "env" },
	{
		name: "Quotes",
		env: "CODER_QUOTES",
		yaml: "quotes",
		value: 'a "b" \\ c $d %i `e`',
		group: web,
	},
	{ name: "Return", env: "CODER_RETURN", flag: "return", value: "one\rtwo", group: web },
	{
		name: "Null character",
		env: "CODER_NULL_CHARACTER",
		flag: "null-character",
		yaml: "nullCharacter",
		value: "one\u0000two",
		group: web,
	},
	{ name: "Only here", env: "CODER_ONLY_HERE", value: "one\rtwo", group: web },
	{ name: "Breaks", env: "CODER_BREAKS", yaml: "breaks", value: "one\n\ntwo\tthree\r", group: web },
	{
		name: "Controls",
		env: "CODER_CONTROLS",
		yaml: "controls",
		value: "\u0001\u00e9\u200b\u{1f6a2}\u2028",
	},
	{
		name: "Words",
		env: "CODER_WORDS",
		yaml: "words",
		value: "yes",
		value_source: "yaml",
		group: tls,
	},
	{ name: "Number", env: "CODER_NUMBER", yaml: "number", value: 7, default: "5", group: tls },
	{ name: "Switch", env: "CODER_SWITCH", yaml: "switch", value: false, default: "true" },
	{
		name: "Hours",
		annotations: { format_duration: "true" },
		env: "CODER_SESSION_DURATION",
		yaml: "hours",
		flag: "session-duration",
		value: 5_400_000_000_000,
		default: "24h0m0s",
	},
	{ name: "List", env: "CODER_LIST", yaml: "list", value: ["a", "b, c", 'd "e"'], group: web },
	{ name: "Empty list", env: "CODER_EMPTY_LIST", yaml: "emptyList", value: [] },
	{ name: "Null", env: "CODER_NULL", yaml: "null", value: null, default: "set" },
	{
		name: "Empty",
		env: "CODER_ACCESS_URL",
		yaml: "accessURL",
		value: "",
		default: "https://pier.example",
	},
	{ name: "Map", env: "CODER_MAP", yaml: "map", value: { value: [{ id: "x", names: null }] } },
	{
		name: "Secret",
		env: "CODER_SECRET",
		yaml: "secret",
		annotations: { secret: "true" },
		value_source: "env",
	},
	{ name: "Flag only", flag: "flag-only", yaml: "flagOnly", value: "f", value_source: "flag" },
	{ name: "YAML only", yaml: "yamlOnly", value: "y" },
	{ name: "Variable only", env: "CODER_VARIABLE_ONLY", value: "v" },
	{
		name: "Old",
		env: "CODER_OLD",
		yaml: "old",
		value: "o",
		value_source: "env",
		use_instead: [{ name: "New", env: "CODER_NEW", yaml: "new", flag: "new" }],
	},
	{ name: "New", env: "CODER_NEW", yaml: "new", flag: "new", value: "" },
	{
		name: "Described",
		env: "CODER_DESCRIBED",
		yaml: "described",
		default: "d".repeat(90),
		value: "x",
		description: `${"A harbour takes ships of every size, and its master says where they land. ".repeat(3)}\nA path ends in C:\\`,
	},
	{ name: "Pod", env: "CODER_DERP_SERVER_RELAY_URL", yaml: "relayURL", value: "http://pod" },
	{ name: "Address", env: "CODER_HTTP_ADDRESS", yaml: "httpAddress", value: "0.0.0.0:80" },
];

const config = configWith(
	...options.map((option, index): JsonObject => ({ description: `About ${index}.`, ...option })),
);

describe("what an export contains", () => {
	for (const format of exportFormats) {
		it(`is as reviewed: ${format}`, () => {
			const texts = everyChoice.map(
				(choices) =>
					`##### ${choices.options}, ${choices.deprecated}\n${exportText(config, format, facts, choices)}`,
			);
			assertGolden(`export-${format}`, texts.join("\n"));
		});
	}

	it("begins with whose configuration it is", () => {
		const choices = { options: "compared", deprecated: "keep" } as const;
		assert.deepEqual(
			headerSentences({ name: "https://a.example", url: "https://a.example" }, choices),
			[
				"Configuration of https://a.example.",
				"Only options that are set or not at their defaults on either side.",
				"Secrets are left out.",
			],
		);
		assert.deepEqual(headerSentences(facts, { ...choices, options: "changed" }), [
			"Configuration of Larkspur (https://coder.larkspur.example), Coder v2.35.1+8b44bd6.",
			"Read: 2026-08-07T10:00:00.000Z.",
			"Only options that are set or not at their defaults.",
			"Secrets are left out.",
		]);
	});
});

describe("a wrapped line", () => {
	it("breaks at white space, which it otherwise keeps", () => {
		assert.deepEqual(wrap("12345 789", 9), ["12345 789"]);
		assert.deepEqual(wrap("12345 7890", 9), ["12345", "7890"]);
		assert.deepEqual(wrap("1  3   7 9", 8), ["1  3   7", "9"]);
		assert.deepEqual(wrap("  34 6", 5), ["  34", "6"]);
		assert.deepEqual(wrap("1234567890 2 4", 5), ["1234567890", "2 4"]);
		assert.deepEqual(wrap("1 3 5  ", 5), ["1 3 5"]);
		assert.deepEqual(wrap("1 3  ", 5), ["1 3  "]);
		assert.deepEqual(wrap("  ", 5), ["  "]);
		assert.deepEqual(wrap("", 5), [""]);
	});

	it("is a comment without characters that YAML can't contain, and doesn't continue on the next", () => {
		assert.deepEqual(commentLines("one\n\ntwo\u0001three\r\nC:\\\u2028"), [
			"# one",
			"#",
			"# two three",
			"# C:\\ .",
			"#",
		]);
	});
});
