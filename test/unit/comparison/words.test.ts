import assert from "node:assert/strict";
import type { ChangeRow, ShownSide } from "../../../src/core/comparison/changeRow.ts";
import {
	changeKinds,
	changeText,
	kindLabel,
	kindMeaning,
	sideText,
	sourceWord,
} from "../../../src/core/comparison/changeText.ts";
import { comparisonMarkdown } from "../../../src/core/comparison/comparisonMarkdown.ts";
import {
	hidingLabel,
	hidingMeaning,
	hidingOf,
	hidings,
} from "../../../src/core/comparison/hiding.ts";

const shown = (lines: readonly string[], source?: ShownSide["source"]): ShownSide => ({
	value: { form: "text", lines },
	...(source && { source }),
});
const row = (more: Partial<ChangeRow>): ChangeRow => ({
	id: "CODER_A",
	name: "A",
	kind: "changed",
	group: [],
	secret: false,
	deprecated: false,
	aliases: [],
	...more,
});

describe("the words of a comparison", () => {
	it("name each kind of change", () => {
		const [left, right] = [{ name: "Production" }, { name: "Staging" }];
		assert.deepEqual(
			changeKinds.map((kind) => [kindLabel(kind, left, right), kindMeaning(kind)]),
			[
				["Changed", "The values differ"],
				["Added", "Not set on the left, set on the right"],
				["Removed", "Set on the left, not set on the right"],
				["Different Source", "Same value, set in a different place"],
				["Only in Production", "Only the left version has this option"],
				["Only in Staging", "Only the right version has this option"],
			],
		);
		const at = (moment: string) => ({ name: "", snapshot: { deployment: "Production", moment } });
		const times = [at("2:42 PM"), at("2:43 PM")] as const;
		assert.equal(kindLabel("onlyLeft", ...times), "Only Before");
		assert.equal(kindLabel("onlyRight", ...times), "Only After");
	});

	it("name each source", () => {
		assert.deepEqual((["flag", "env", "yaml", "default", undefined] as const).map(sourceWord), [
			"flag",
			"environment",
			"YAML",
			"default",
			"no source",
		]);
	});

	it("show a value on one line of at most 80 characters", () => {
		assert.equal(sideText(undefined), "Option not found");
		assert.equal(sideText(shown([" a ", "\tb"])), "a, b");
		assert.equal(sideText(shown(["x".repeat(80)])), "x".repeat(80));
		assert.equal(sideText(shown(["x".repeat(81)])), `${"x".repeat(79)}…`);
	});

	it("show both values, or both sources if only those differ", () => {
		const [left, right] = [shown(["a"], "env"), shown(["b"], "flag")];
		assert.equal(changeText(row({ left, right })), "a → b");
		assert.equal(changeText(row({ left })), "a → Option not found");
		assert.equal(changeText(row({ kind: "source", left, right })), "environment → flag");
		assert.equal(changeText(row({ kind: "source", left: shown(["a"]) })), "no source → no source");
		assert.equal(changeText(row({ kind: "source", right })), "no source → flag");
	});

	it("say what can be hidden", () => {
		assert.deepEqual(
			hidings.map((hiding) => [hidingLabel(hiding), hidingMeaning(hiding)]),
			[
				["Hide Options Not in File", "Options that the compared file doesn't set"],
				["Hide Defaults", "Options that are set on neither side, with different defaults"],
				[
					"Hide Version Differences",
					"Options that aren't set and differ only because of the versions",
				],
			],
		);
		for (const [more, hiding] of [
			[{}, undefined],
			[{ kind: "onlyLeft" }, undefined],
			[{ unset: true }, "defaults"],
			[{ unset: true, kind: "added" }, "defaults"],
			[{ unset: true, kind: "onlyLeft" }, "versions"],
			[{ unset: true, kind: "onlyRight" }, "versions"],
			[{ explained: "Default since v2.25" }, "versions"],
			[{ notInFiles: true, explained: "Default since v2.25" }, "notInFiles"],
		] as const)
			assert.equal(hidingOf(row(more)), hiding, JSON.stringify(more));
	});
});

describe("a comparison in Markdown", () => {
	const [left, right] = [
		{ name: "Production", version: "v2.35.1", notes: ["Read *yesterday*."] },
		{ name: "Staging" },
	];

	it("is a table with a row for each change, and the sides' notes", () => {
		const rows = [
			row({ env: "CODER_A", left: shown([" a ", "| b"], "env"), right: shown(["c"]) }),
			row({ name: "B_b", kind: "onlyRight", right: shown(["d"], "yaml") }),
		];
		assert.deepEqual(comparisonMarkdown(left, right, rows).split("\n"), [
			"### Production \\(v2.35.1\\) compared with Staging",
			"",
			"| Option | Change | Production \\(v2.35.1\\) | Staging |",
			"| --- | --- | --- | --- |",
			"| A `CODER_A` | Changed | a<br>\\| b (environment) | c |",
			"| B\\_b | Only in Staging | – | d (YAML) |",
			"",
			"Production: Read \\*yesterday\\*.",
			"",
		]);
	});

	it("says so if nothing differs", () => {
		const text = comparisonMarkdown({ name: "A" }, { name: "B" }, []);
		assert.equal(text, "### A compared with B\n\nNo options differ.\n");
	});
});
