import assert from "node:assert/strict";
import { optionHover } from "../../../src/core/options/optionHover.ts";
import { option } from "../configuration/support/options.ts";

describe("an option's hover", () => {
	it("has its marks, description, value, source, and names", () => {
		const paragraphs = optionHover(
			option({
				id: "HARBOUR_TIDE",
				name: "Tide *Check*",
				description: "How often the tide is checked.\n\nNot at night.",
				value: 28_800_000_000_000,
				default: "24h0m0s",
				duration: true,
				enterprise: true,
				hidden: true,
				valueSource: "yaml",
				env: "HARBOUR_TIDE",
				flag: "tide",
				flagShorthand: "t",
				yamlPath: ["harbour", "tide"],
			}),
		);
		assert.deepEqual(paragraphs, [
			String.raw`**Tide \*Check\*** — Enterprise, Hidden`,
			"How often the tide is checked.",
			"Not at night.",
			[
				"| | |",
				"| --- | --- |",
				"| Value | `8h0m0s` (8 hours) |",
				"| Default | `24h0m0s` (1 day) |",
				"| Source | YAML |",
				"| Flag | `-t, --tide` |",
				"| Environment variable | `HARBOUR_TIDE` |",
				"| YAML | `harbour.tide` |",
			].join("\n"),
		]);
	});

	it("omits what isn't known", () => {
		assert.deepEqual(optionHover(option({ id: "A", value: "b" })), [
			"**A**",
			"| | |\n| --- | --- |\n| Value | `b` |\n| Default | Not set |",
		]);
	});

	it("names what replaces a deprecated option, whose source may be that of either name", () => {
		const old = {
			id: "A",
			useInstead: [
				{ id: "B", name: "Bee" },
				{ id: "C", name: "Sea" },
			],
			value: "x",
		};
		const [title, instead, facts] = optionHover(option({ ...old, valueSource: "env" }));
		assert.equal(title, "**A** — Deprecated");
		assert.equal(instead, "Use Bee, Sea instead.");
		assert.match(facts ?? "", /\| Source \| Environment, under this name or its replacement's \|/);
		const unset = optionHover(option({ ...old, valueSource: "default" }));
		assert.match(unset[2] ?? "", /\| Source \| Default \|/);
	});

	it("ends with the option's history, if the releases had it", () => {
		assert.deepEqual(optionHover(option({ id: "CODER_EMAIL_FROM" })).slice(2), [
			"Available since v2.17.",
		]);
		assert.deepEqual(optionHover(option({ id: "CODER_NOTIFICATIONS_EMAIL_FROM" })).slice(2), [
			String.raw`Available since v2.14. Deprecated since v2.17 in favor of CODER\_EMAIL\_FROM.`,
		]);
	});

	it("says only whether a secret is set, and doesn't show its default", () => {
		const [, facts] = optionHover(
			option({ id: "A", secret: true, valueSource: "flag", default: "changeme", flag: "a" }),
		);
		assert.equal(
			facts,
			[
				"| | |",
				"| --- | --- |",
				String.raw`| Value | Secret \(set\) |`,
				"| Source | Flag |",
				"| Flag | `--a` |",
			].join("\n"),
		);
	});
});
