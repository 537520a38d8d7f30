import assert from "node:assert/strict";
import fc from "fast-check";
import { envLine } from "../../../src/core/options/envLine.ts";
import { goDuration } from "../../../src/core/base/format.ts";
import { parseGoDuration } from "../../../src/core/base/goDuration.ts";
import { setLocale } from "../../../src/core/base/l10n.ts";
import { showValue } from "../../../src/core/options/optionText.ts";
import { defaultValue, settingText } from "../../../src/core/coder/optionValue.ts";
import { option } from "../configuration/support/options.ts";

const plain = option({ id: "A" });
const duration = option({ id: "A", duration: true });

describe("showValue", () => {
	before(() => {
		setLocale("en");
	});
	after(() => {
		setLocale(undefined);
	});

	it("formats durations in words, with the literal value next to them", () => {
		assert.deepEqual(showValue(duration, 86_400_000_000_000), {
			form: "words",
			lines: ["1 day"],
			exact: "24h0m0s",
		});
	});

	it("keeps durations exact if words can't express them", () => {
		assert.deepEqual(showValue(duration, 1500), { form: "text", lines: ["1.5µs"] });
		assert.deepEqual(showValue(duration, "soon"), { form: "text", lines: ["soon"] });
	});

	it("formats numbers as they're typed", () => {
		assert.deepEqual(showValue(plain, 8080).lines, ["8080"]);
		assert.deepEqual(showValue(plain, 9_007_199_254_740_993n).lines, ["9007199254740993"]);
		assert.deepEqual(showValue(plain, -1).lines, ["-1"]);
	});

	it("shows switches as enabled or disabled", () => {
		assert.deepEqual(showValue(plain, true), { form: "words", lines: ["Enabled"] });
		assert.deepEqual(showValue(plain, false), { form: "words", lines: ["Disabled"] });
	});

	it("puts each item of a list and each entry of a map on a line", () => {
		assert.deepEqual(showValue(plain, ["a", 2]), { form: "list", lines: ["a", "2"] });
		assert.deepEqual(showValue(plain, { a: "b" }), { form: "list", lines: ["a → b"] });
	});

	it("shows more complex values as JSON", () => {
		const { form, lines } = showValue(plain, [[{ id: 9_007_199_254_740_993n }]]);
		assert.equal(form, "code");
		assert.deepEqual(lines.join(""), '[  [    {      "id": 9007199254740993    }  ]]');
		for (const [value, json] of [
			[{ a: { b: 1 } }, ["{", '  "a": {', '    "b": 1', "  }", "}"]],
			[{ a: "b", c: null }, ["{", '  "a": "b",', '  "c": null', "}"]],
			[
				[{ a: 1 }, 2],
				["[", "  {", '    "a": 1', "  },", "  2", "]"],
			],
		] as const)
			assert.deepEqual(showValue(plain, value), { form: "code", lines: json });
	});

	it("puts each object of a list on a line: its name, and what is set in it", () => {
		const providers = [
			{
				type: "github",
				client_id: "an-id",
				id: "primary",
				auth_url: "",
				no_refresh: false,
				scopes: ["repo", "workflow"],
				regex: "github\\.com/.*",
				display_name: "",
				code_challenge_methods_supported: null,
			},
			{ type: "gitlab", id: "gitlab", device_flow: true, display_name: 'GitLab: "ours"' },
			{ nested: { a: [1] }, id: 9_007_199_254_740_993n },
		];
		assert.deepEqual(showValue(plain, providers), {
			form: "list",
			lines: [
				"primary · type: github · client_id: an-id · scopes: repo, workflow · regex: github\\.com/.*",
				'GitLab: "ours" · type: gitlab · id: gitlab · device_flow: true',
				'nested: { "a": [ 1 ] } · id: 9007199254740993',
			],
		});
		const links = [{ name: "Docs", target: "https://a.example", icon: "docs" }];
		assert.deepEqual(showValue(plain, links).lines, [
			"Docs · target: https://a.example · icon: docs",
		]);
	});

	it("shows that a duration of zero turns something off if it does", () => {
		const off = { form: "words", lines: ["Off"], exact: "0s" };
		const retention = option({ id: "CODER_AUDIT_LOGS_RETENTION", duration: true });
		assert.deepEqual(showValue(retention, 0), off);
		assert.deepEqual(showValue(retention, defaultValue({ ...retention, default: "0" })), off);
		const reported = option({ id: "A", duration: true, description: "Set to 0 to disable." });
		assert.deepEqual(showValue(reported, 0n), off);
		assert.deepEqual(showValue(reported, 60_000_000_000).lines, ["1 minute"]);
		assert.deepEqual(showValue(duration, 0).lines, ["0 seconds"]);
	});

	it("shows that nothing is set", () => {
		for (const value of [undefined, null, "", [], {}]) {
			assert.deepEqual(showValue(plain, value), { form: "absent", lines: ["Not set"] });
		}
	});
});

describe("settingText", () => {
	it("formats lists so that the server reads the same list", () => {
		assert.equal(settingText(plain, ["a", "b, c", 'd"e', ""]), 'a,"b, c","d""e",""');
		// A first item that starts like JSON is treated as JSON if it's valid.
		const item = fc.string().filter((text) => !text.startsWith("["));
		fc.assert(
			fc.property(fc.array(item, { minLength: 1 }), (items) => {
				const text = settingText(plain, items);
				assert.deepEqual(defaultValue(option({ id: "A", value: [], default: text })), items);
			}),
		);
	});
});

describe("parseGoDuration", () => {
	it("reads what Go writes", () => {
		fc.assert(
			fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (ns) => {
				assert.equal(parseGoDuration(goDuration(ns)), ns);
			}),
		);
	});

	it("reads days and weeks, and no other units", () => {
		assert.equal(parseGoDuration("1w1d"), 691_200_000_000_000n);
		for (const text of ["", "1", "h", "1 h", "1h-1m", "tomorrow"]) {
			assert.equal(parseGoDuration(text), undefined, text);
		}
	});
});

describe("envLine", () => {
	it("quotes what a shell would change", () => {
		assert.equal(envLine("A", "https://x.example:80/a"), "A=https://x.example:80/a");
		assert.equal(envLine("A", ""), "A=");
		assert.equal(envLine("A", "two words"), "A='two words'");
		assert.equal(envLine("A", "it's $HOME"), String.raw`A='it'\''s $HOME'`);
		assert.equal(envLine("A", "*.example"), "A='*.example'");
	});
});
