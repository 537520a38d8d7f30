import assert from "node:assert/strict";
import { inspect } from "node:util";
import { optionType, typeWords } from "../../../src/core/options/optionType.ts";
import { typeWord } from "../../../src/core/options/optionTypes.ts";
import { markFinds, markNames, marksOf, markWord } from "../../../src/core/options/optionMarks.ts";
import { showSecret } from "../../../src/core/options/optionText.ts";
import { secretState } from "../../../src/core/options/optionWords.ts";
import { sourceLabel } from "../../../src/core/options/sourceLabel.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { option } from "../configuration/support/options.ts";

type Fields = Partial<DeploymentOption>;

describe("the type of an option", () => {
	const types: readonly (readonly [fields: Fields, words: string, name: string | undefined])[] = [
		[{ value: true }, "true or false", "bool"],
		[{ value: 5 }, "Integer", "int"],
		[{ value: 9_007_199_254_740_993n }, "Integer", "int"],
		[{ value: 60_000_000_000, duration: true }, "Duration, such as 1h30m", "duration"],
		[{ value: null }, "Comma-separated list", "string-array"],
		[{ value: ["a"] }, "Comma-separated list", "string-array"],
		[{ value: [] }, "Comma-separated list", "string-array"],
		[{ value: [{ name: "Docs" }] }, "Comma-separated list", undefined],
		[{ value: { a: "b" } }, "JSON map", undefined],
		[{ value: "a" }, "Text", undefined],
		[{}, "Text", undefined],
		[{ value: "a", choices: ["a", "b"] }, "a, b", String.raw`enum[a\|b]`],
		[{ id: "CODER_ACCESS_URL", value: "" }, "Text", "url"],
		[{ id: "CODER_OIDC_ICON_URL", value: "" }, "Text", "url"],
		[{ id: "CODER_ADDRESS", value: "" }, "Text", "host:port"],
		[{ id: "CODER_CACHE_DIRECTORY", value: "" }, "Text", "string"],
		[{ id: "CODER_OIDC_GROUP_MAPPING", value: {} }, "JSON map", "struct[map[string]string]"],
		// Had a default as host and port; since v2.18, it's a text.
		[{ id: "CODER_NOTIFICATIONS_EMAIL_SMARTHOST", value: "" }, "Text", "string"],
		[
			{ id: "CODER_NOTIFICATIONS_EMAIL_SMARTHOST", value: "", default: "localhost:587" },
			"Text",
			"host:port",
		],
	];
	for (const [fields, words, name] of types) {
		const { id, value, choices } = fields;
		it(`is ${words} (${String(name)}) for ${id ?? "A"} = ${inspect(choices ?? value)}`, () => {
			const one = option({ id: "A", ...fields });
			assert.equal(typeWords(optionType(one)), words);
			assert.equal(typeWord(one), name);
		});
	}
});

describe("the source of an option's value", () => {
	it("is named as in the dashboard", () => {
		assert.deepEqual((["flag", "env", "yaml", "default"] as const).map(sourceLabel), [
			"Flag",
			"Environment",
			"YAML",
			"Default",
		]);
	});
});

describe("a secret", () => {
	const secret = (fields: Fields = {}) => option({ id: "A", secret: true, ...fields });

	it("is set, not set, at its default, or unknown", () => {
		const set = secret({ valueSource: "env" });
		assert.deepEqual(showSecret(set, true), { form: "words", lines: ["Set"] });
		assert.deepEqual(showSecret(secret({ valueSource: "default" }), true), {
			form: "absent",
			lines: ["Default"],
		});
		assert.deepEqual(showSecret(secret(), true), { form: "absent", lines: ["Not set"] });
		for (const one of [set, secret()]) {
			assert.deepEqual(showSecret(one, false), {
				form: "absent",
				lines: ["This server doesn't report whether it's set"],
			});
		}
	});

	it("is described as set or not set, without its value", () => {
		assert.equal(secretState(secret({ valueSource: "flag" })), "Secret (set)");
		assert.equal(secretState(secret({ valueSource: "default" })), "Secret (not set)");
		assert.equal(secretState(secret()), "Secret (not set)");
	});
});

describe("marks", () => {
	it("are those that apply to the option, in order", () => {
		assert.deepEqual(marksOf(option({ id: "A" })), []);
		for (const [mark, fields] of [
			["deprecated", { useInstead: [{ id: "B", name: "B" }] }],
			["dangerous", { env: "CODER_DANGEROUS_A" }],
			["secret", { secret: true }],
			["enterprise", { enterprise: true }],
			["proxies", { workspaceProxies: true }],
			["hidden", { hidden: true }],
		] as const) {
			assert.deepEqual(marksOf(option({ id: "A", ...fields })), [mark]);
		}
		assert.deepEqual(marksOf(option({ id: "A", hidden: true, secret: true, enterprise: true })), [
			"secret",
			"enterprise",
			"hidden",
		]);
	});

	it("have a label and a description of what their filter finds", () => {
		assert.deepEqual(
			markNames.map((name) => [markWord(name), markFinds(name)]),
			[
				["Deprecated", "Options that Coder has deprecated"],
				["Dangerous", "Options that Coder marks as dangerous"],
				["Secret", "Options that contain a secret"],
				["Enterprise", "Options that require a license"],
				["Workspace Proxies", "Options that also apply to workspace proxies"],
				["Hidden", "Options that Coder's own help hides"],
			],
		);
	});
});
