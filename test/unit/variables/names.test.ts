import assert from "node:assert/strict";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { otherText as otherTable } from "../../../src/core/variables/otherTable.ts";
import { judge } from "../../../src/core/variables/problems.ts";
import { otherText } from "../../../src/core/variables/writeNames.ts";
import { needFixtures } from "../../support/fixtures.ts";
import { sharedRows, sharedText } from "../../support/sharedTables.ts";

const bundled = new KnownVariables(undefined);

/** A prefix of the options' own names, which Coder's chart looks for. No family starts with it. */
const prefixOnly = "CODER_TLS_";

describe("names of Coder's programs", () => {
	before(function () {
		needFixtures(this);
	});

	it("are all known, so hints don't report them", () => {
		const names = sharedRows("variables.tsv").map(({ name = "" }) => name);
		assert.ok(names.length > 480);
		for (const name of names) {
			if (name === prefixOnly) continue;
			const whole = name.endsWith("_") ? `${name}0_TYPE` : name;
			const variable = bundled.find(whole);
			assert.ok(variable, whole);
			assert.notEqual(variable.other?.family, true, whole);
			assert.notEqual(judge(whole, bundled)?.kind, "unknown", whole);
		}
	});

	it("match the output of scripts/facts.ts", () => {
		assert.equal(otherText(sharedText("variables.tsv")), otherTable);
	});

	it("are shown with their releases", () => {
		for (const { id = "", since = "", last = "" } of sharedRows("options-history.tsv")) {
			if (!/^CODER_\w+$/.test(id)) continue;
			const variable = bundled.find(id);
			assert.ok(variable, id);
			const { releases } = variable;
			assert.equal(releases.since ?? "v2.0", since, id);
			assert.equal(releases.last ?? "", last, id);
			assert.equal(judge(id, bundled)?.kind === "missing", last !== "", id);
		}
	});

	it("have no descriptions", () => {
		assert.doesNotMatch(otherTable, /[a-z] [a-z]/);
	});
});
