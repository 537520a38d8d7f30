import assert from "node:assert/strict";
import { configPlace } from "../../../../src/core/files/config/configPlace.ts";
import { configSuggestions } from "../../../../src/core/files/config/configSuggestions.ts";
import { optionsOf } from "../../comparison/options.ts";
import { v35 } from "./references.ts";

/** Returns the completions at `|`: the replaced text, and the first of the inserted texts. */
function offered(marked: string): { replaced: string; written: string[] } | undefined {
	const offset = marked.indexOf("|");
	const text = marked.slice(0, offset) + marked.slice(offset + 1);
	const place = configPlace(text, offset);
	return (
		place && {
			replaced: text.slice(place.from, place.to),
			written: configSuggestions(place, v35).map(({ before, after }) => `${before}|${after}`),
		}
	);
}

describe("completions in a configuration file", () => {
	const first: readonly (readonly [string, string, string])[] = [
		["|", "", "networking:\n  |"],
		["net|", "net", "networking:\n  |"],
		["networking:\n  acc|\n  tls:\n    enable: true\n", "acc", "accessURL: |"],
		["networking:\r\n  tls:\r\n    |\r\n", "", "address: |"],
		["networking:\n  http:\n    |\npgAuth: password\n", "", "httpAddress: |"],
		["networking:\n  acc|: x\n", "acc", "accessURL|"],
		["networking:\n  tls:\n    enable: |\n", "", "true|"],
		["networking:\n  tls:\n    enable: tr|\n", "tr", "true|"],
		["experiments:\n  - |", "", "oauth2|"],
		['experiments: ["oauth2", |]', "", "oauth2|"],
		["experiments:\n  |", "", "oauth2|"],
		['{"networking": {"|"}}', '""', '"accessURL": |'],
		['{\n  "networking": {\n    "docsURL": "a",\n    |\n  }\n}', "", '"accessURL": |'],
		['{"|": 1}', '""', '"networking"|'],
		['{ "pgAuth": | }', "", '"password"|'],
		['pgAuth: "|"', '""', '"password"|'],
		["introspection:\n  prometheus:\n    address: |", "", "127.0.0.1:2112|"],
	];
	for (const [text, replaced, written] of first) {
		it(`include what is valid there: ${JSON.stringify(text)}`, () => {
			const found = offered(text);
			assert.equal(found?.replaced, replaced);
			assert.equal(found.written[0], written);
		});
	}

	it("open braces for a group in JSON", () => {
		assert.ok(offered('{"|"}')?.written.includes('"networking": {|}'));
	});

	it("exclude keys that the map already has", () => {
		assert.ok(!offered("networking:\n  accessURL: a\n  |")?.written.includes("accessURL: |"));
	});

	it("are values of the option's type: choices, and a default that is one word", () => {
		const wire = [
			{ yaml: "switch", value: true, default: "true" },
			{ yaml: "number", value: 5, default: "512" },
			{ yaml: "word", value: "x", default: "yes" },
			{ yaml: "text", value: "x", default: "a, b" },
			{ yaml: "list", value: ["x"], default: "a,b" },
			{ yaml: "map", env: "CODER_OIDC_GROUP_MAPPING", value: {}, default: "{}" },
			{ yaml: "other", value: { a: "b" }, default: "x" },
			{ yaml: "hidden", value: "", default: "EXAMPLE", annotations: { secret: "true" } },
		];
		const options = optionsOf(
			...wire.map((one) => ({ name: one.yaml, env: `CODER_${one.yaml}`, ...one })),
		).map((option) => (option.yaml === "word" ? { ...option, choices: ["1", "no"] } : option));
		const written = (text: string): string[] => {
			const place = configPlace(text, text.length);
			assert.ok(place);
			return configSuggestions(place, { ...v35, options }).map(
				({ before, isDefault }) => before + (isDefault ? " by default" : ""),
			);
		};
		assert.deepEqual(written("switch: "), ["true by default", "false"]);
		assert.deepEqual(written("number: "), ["512 by default"]);
		assert.deepEqual(written("word: "), ['"1"', '"no"', '"yes" by default']);
		assert.deepEqual(written("text: "), ["a, b by default"]);
		assert.deepEqual(written("list: "), []);
		assert.deepEqual(written("map: "), []);
		assert.deepEqual(written("other: "), ["x by default"]);
		assert.deepEqual(written("hidden: "), []);
	});

	it("exclude keys where a group's value is expected", () => {
		assert.deepEqual(offered("networking: |")?.written, []);
	});

	it("exclude free text and values of secrets", () => {
		assert.deepEqual(offered("networking:\n  accessURL: |")?.written, []);
		assert.deepEqual(offered("mine:\n  |")?.written, []);
		assert.deepEqual(offered("provisioning:\n  daemonPSK: |")?.written, []);
	});

	it("never fail, for arbitrary text", () => {
		for (const text of [
			"|[",
			"{|",
			"a: 'b|",
			"- |",
			"? |",
			"a: &b |",
			"\t|",
			"%|",
			"--- |",
			"a: |b|",
		]) {
			assert.doesNotThrow(() => offered(text), text);
		}
	});
});
