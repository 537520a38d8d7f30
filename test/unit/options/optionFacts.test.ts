import assert from "node:assert/strict";
import { isDangerous, isDeprecated } from "../../../src/core/options/optionMarks.ts";
import { isChanged } from "../../../src/core/options/optionFacts.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { option } from "../configuration/support/options.ts";

type Fields = Partial<DeploymentOption>;
const changed = (fields: Fields) => isChanged(option({ id: "A", ...fields }));

describe("isChanged", () => {
	const cases: readonly (readonly [expected: boolean, what: string, fields: Fields])[] = [
		[true, "set by env", { valueSource: "env", value: "a", default: "a" }],
		[false, "the default", { valueSource: "default", value: "a", default: "a" }],
		[true, "another value than the default", { valueSource: "default", value: "b", default: "a" }],
		[true, "a value without source and default", { value: "b" }],
		[false, "a default that is not told", { valueSource: "default", value: "b" }],
		[false, "no value", {}],
		[false, "false without a default", { value: false }],
		[false, "zero without a default", { value: 0 }],
		[false, "an unset list", { value: null }],
		[false, "an empty text for an empty default", { value: "", default: "" }],
		[false, "a duration in days", { duration: true, value: 5_184_000_000_000_000, default: "60d" }],
		[true, "another duration", { duration: true, value: 1, default: "60d" }],
		[false, "a duration of zero", { duration: true, value: 0, default: "0" }],
		[false, "a list in the default's order", { value: ["a", "b"], default: "a,b" }],
		[true, "a list in another order", { value: ["b", "a"], default: "a,b" }],
		[false, "an item with a comma", { value: ["a,b", "c"], default: '"a,b",c' }],
		[false, "an empty map", { value: {}, default: "{}" }],
		[false, "a map", { value: { a: "b" }, default: '{"a": "b"}' }],
		[false, "a number", { value: 512, default: "512" }],
		[false, "a large number", { value: 9_007_199_254_740_993n, default: "9007199254740993" }],
		[true, "its neighbour", { value: 9_007_199_254_740_993n, default: "9007199254740992" }],
		[false, "a boolean", { value: true, default: "true" }],
		[true, "the other boolean", { value: false, default: "true" }],
		[true, "a secret that was set", { secret: true, valueSource: "yaml" }],
		[false, "a secret that was not", { secret: true }],
		[false, "a secret with a default", { secret: true, default: "changeme" }],
	];
	for (const [expected, what, fields] of cases) {
		it(`is ${String(expected)} for ${what}`, () => {
			assert.equal(changed(fields), expected);
		});
	}
});

describe("isDeprecated", () => {
	const deprecated = (fields: Fields) => isDeprecated(option({ id: "A", ...fields }));

	it("depends on a replacement, the description's first word, or the group", () => {
		assert.ok(deprecated({ useInstead: [{ id: "B", name: "B" }] }));
		assert.ok(deprecated({ description: "Deprecated and ignored." }));
		assert.ok(deprecated({ description: " \ndeprecated: use another one." }));
		assert.ok(deprecated({ groups: [{ name: "Pier (Deprecated)" }] }));
	});

	it("ignores later words", () => {
		assert.ok(!deprecated({ description: "Replaces a deprecated one." }));
		assert.ok(!deprecated({ description: "Non-deprecated." }));
		assert.ok(!deprecated({ description: "DeprecatedOptions are listed." }));
	});
});

describe("isDangerous", () => {
	it("depends on the group or the variable", () => {
		assert.ok(isDangerous(option({ id: "A", groups: [{ name: "⚠️ Dangerous" }] })));
		for (const env of ["X_DANGEROUS_Y", "DANGEROUS_Y", "X_DANGEROUS"])
			assert.ok(isDangerous(option({ id: "A", env })), env);
		for (const env of ["X_UNDANGEROUS", "DANGEROUSLY_Y", "X_dangerous_Y"])
			assert.ok(!isDangerous(option({ id: "A", env })), env);
		assert.ok(!isDangerous(option({ id: "X_DANGEROUS_Y" })), "an ID isn't a variable");
	});
});
