import assert from "node:assert/strict";
import "../../support/stable.ts";
import { changeRows } from "../../../src/core/comparison/changeRow.ts";
import { changeText } from "../../../src/core/comparison/changeText.ts";
import { compareOptions } from "../../../src/core/comparison/compare.ts";
import { defaultOptions } from "../../../src/core/comparison/defaults.ts";
import { comparisonMarkdown } from "../../../src/core/comparison/comparisonMarkdown.ts";
import { readSources } from "../../../src/core/comparison/source.ts";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { compareMessages } from "../../../src/ui/comparison/compareMessages.ts";
import { readMessage } from "../../../src/ui/panels/readMessage.ts";
import { fixtureJson, needFixtures } from "../../support/fixtures.ts";
import { optionsIn, optionsOf, textOption } from "./options.ts";

const rowsOf = (left: readonly JsonObject[], right: readonly JsonObject[]) =>
	changeRows(compareOptions(optionsOf(...left), optionsOf(...right)));

const secret = { annotations: { secret: "true" } };

describe("the rows of a comparison", () => {
	it("contain both values and sources, and all names of the option", () => {
		const facts = {
			flag: "a",
			yaml: "a",
			group: { name: "In", yaml: "in", parent: { name: "Out", yaml: "out" } },
		};
		const [row] = rowsOf(
			[textOption("CODER_A", "x", { ...facts, name: "Before" })],
			[textOption("CODER_A", "y", { ...facts, name: "After", value_source: "flag" })],
		);
		assert.deepEqual(row, {
			id: "CODER_A",
			name: "After",
			formerName: "Before",
			kind: "changed",
			left: { value: { form: "text", lines: ["x"] }, source: "env" },
			right: { value: { form: "text", lines: ["y"] }, source: "flag" },
			group: ["Out", "In"],
			env: "CODER_A",
			flag: "--a",
			yamlPath: "out.in.a",
			secret: false,
			deprecated: false,
			aliases: [],
		});
	});

	it("are plain data, whatever the values are", () => {
		const rows = rowsOf(
			[textOption("A", 9007199254740993n), textOption("B", null)],
			[textOption("A", 1), textOption("B", [{ big: 9007199254740993n }])],
		);
		assert.deepEqual(JSON.parse(JSON.stringify(rows)), rows);
		assert.ok(rows.every((row) => !("formerName" in row)));
		assert.equal(changeText(rows[0] ?? assert.fail()), "9007199254740993 → 1");
	});

	it("contain only whether a secret is set, even if only one side marks it as secret", () => {
		for (const [left, right] of [
			[secret, {}],
			[{}, secret],
		] as const) {
			const rows = rowsOf(
				[textOption("A", "left-value", { ...left, value_source: "env" }), textOption("B", 1)],
				[textOption("A", "right-value", { ...right, value_source: "flag" }), textOption("B", 1)],
			);
			assert.equal(rows[0]?.kind, "source");
			assert.equal(rows[0].secret, true);
			assert.equal(rows[0].left?.value.lines[0], "Set");
			assert.doesNotMatch(JSON.stringify(rows), /left-value|right-value/);
		}
	});

	it("truncate long values to one line", () => {
		const [row] = rowsOf([textOption("A", "x")], [textOption("A", "y".repeat(500))]);
		assert.ok(changeText(row ?? assert.fail()).length < 100);
	});

	it("contain the sources if only they changed, and report missing options", () => {
		const rows = rowsOf(
			[textOption("A", "x"), textOption("L", "y")],
			[textOption("A", "x", { value_source: "yaml" }), textOption("B", "z")],
		);
		assert.deepEqual(
			rows.map((row) => [changeText(row), row.secret]),
			[
				["environment → YAML", false],
				["y → Option not found", false],
				["Option not found → z", false],
			],
		);
	});
});

describe("defaults of a configuration", () => {
	before(function () {
		needFixtures(this);
	});

	for (const version of ["main", "v2.15.0"]) {
		it(`are what an unconfigured server reports (${version})`, () => {
			const configured = optionsIn(fixtureJson(`${version}/deployment-config.json`));
			const untouched = optionsIn(fixtureJson(`${version}/deployment-config-defaults.json`));
			const changes = changeRows(compareOptions(defaultOptions(configured), untouched));
			// This default is computed: "true" if the access URL uses HTTPS.
			const others = changes.filter(({ id }) => id !== "CODER_SECURE_AUTH_COOKIE");
			assert.deepEqual(
				others.map((row) => `${row.id}: ${changeText(row)}`),
				[],
			);
		});
	}
});

describe("a comparison as Markdown", () => {
	const [left, right] = [
		{ name: "one|two", version: "v1" },
		{ name: "three", notes: ["Unknown key: *x*"] },
	];

	it("is a table that renders every text literally", () => {
		const rows = rowsOf(
			[textOption("CODER_A", "a|b"), textOption("CODER_L", ["x", "<b>"])],
			[textOption("CODER_A", "`c`"), textOption("CODER_L", ["x"])],
		);
		assert.equal(
			comparisonMarkdown(left, right, rows),
			[
				"### one\\|two \\(v1\\) compared with three",
				"",
				"| Option | Change | one\\|two \\(v1\\) | three |",
				"| --- | --- | --- | --- |",
				"| CODER A `CODER_A` | Changed | a\\|b (environment) | \\`c\\` (environment) |",
				"| CODER L `CODER_L` | Changed | x<br>\\<b\\> (environment) | x (environment) |",
				"",
				"three: Unknown key: \\*x\\*",
				"",
			].join("\n"),
		);
	});

	it("reports that nothing differs", () => {
		assert.match(comparisonMarkdown(left, right, []), /No options differ\./);
	});
});

describe("messages and saved state of a page", () => {
	it("are accepted only if they're valid", () => {
		const read = (message: unknown) => readMessage(compareMessages, message);
		assert.deepEqual(read({ type: "swap", more: 1 }), { type: "swap" });
		assert.deepEqual(read({ type: "copyMarkdown", ids: ["A"] }), {
			type: "copyMarkdown",
			ids: ["A"],
		});
		for (const wrong of [
			null,
			"ready",
			{},
			{ type: "toString" },
			{ type: "copyMarkdown", ids: [1] },
			{ type: "openOption" },
		]) {
			assert.equal(read(wrong), undefined, JSON.stringify(wrong));
		}
	});

	it("contain valid sources, or are dropped", () => {
		const sources = {
			left: { kind: "snapshot", deployment: "key", id: "1" },
			right: { kind: "file", uri: "file:///x" },
		} as const;
		assert.deepEqual(readSources(JSON.parse(JSON.stringify({ ...sources, more: 1 }))), sources);
		for (const wrong of [
			undefined,
			1,
			{},
			{ left: sources.left },
			{ ...sources, right: { kind: "x" } },
		]) {
			assert.equal(readSources(wrong), undefined);
		}
	});
});
