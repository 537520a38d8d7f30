import assert from "node:assert/strict";
import { chosenOptions, deprecatedInUse } from "../../../src/core/export/chosenOptions.ts";
import type { ExportChoices } from "../../../src/core/export/choices.ts";
import type { JsonObject, JsonValue } from "../../../src/core/json.ts";
import { configWith } from "./support/configs.ts";

const option = (name: string, value: JsonValue, more: JsonObject = {}): JsonObject => ({
	name,
	env: `CODER_${name.toUpperCase()}`,
	value,
	...more,
});
const set = { value_source: "env" };
const instead = (...names: readonly string[]): JsonObject => ({
	use_instead: names.map((name) => ({ name, env: `CODER_${name.toUpperCase()}` })),
});

function names(options: readonly JsonObject[], choices: Partial<ExportChoices>): string[] {
	const chosen = chosenOptions(configWith(...options), {
		options: "changed",
		deprecated: "replace",
		...choices,
	});
	return chosen.map(({ option: { name }, note }) =>
		note === undefined ? name : `${name}: ${note}`,
	);
}

describe("the options that are exported", () => {
	it("are those that were set, or differ from their defaults, unless all are wanted", () => {
		const options = [
			option("set", "a", { default: "a", ...set }),
			option("moved", "b", { default: "a" }),
			option("usual", "a", { default: "a", value_source: "default" }),
			option("unset", "", {}),
		];
		assert.deepEqual(names(options, {}), ["set", "moved"]);
		assert.deepEqual(names(options, { options: "all" }), ["set", "moved", "usual", "unset"]);
	});

	it("have a deprecated one replaced by the successor that says the same", () => {
		// Before v2.18 only the name that was used has a source.
		const options = [
			option("old", "a", { ...set, ...instead("new") }),
			option("new", "a", { default: "a" }),
		];
		assert.deepEqual(names(options, {}), ["new"]);
		assert.deepEqual(names(options, { options: "all" }), ["new"]);
		assert.deepEqual(names(options, { deprecated: "keep" }), ["old"]);
	});

	it("keep a deprecated one whose successor says something else, and say so", () => {
		const options = [
			option("old", true, { ...set, ...instead("new", "newer") }),
			option("new", null),
			option("newer", "x", set),
		];
		assert.deepEqual(names(options, {}), [
			"old: Deprecated, but not replaced: new, newer has another value.",
			"newer",
		]);
	});

	it("keep a deprecated one whose successor the server does not have", () => {
		const options = [option("old", "a", { ...set, ...instead("new") })];
		assert.deepEqual(names(options, {}).length, 1);
	});

	it("leave out a deprecated one that is not in use, where names are replaced", () => {
		const options = [option("old", "", instead("new")), option("new", "x")];
		assert.deepEqual(names(options, { options: "all" }), ["new"]);
		assert.deepEqual(names(options, { options: "all", deprecated: "keep" }), ["old", "new"]);
	});

	it("replace a deprecated secret by the secret that succeeds it, though no value is told", () => {
		const secret = { annotations: { secret: "true" }, ...set };
		const options = [
			option("old password", null, { ...secret, ...instead("new password") }),
			option("new password", null, secret),
		];
		assert.deepEqual(names(options, {}), ["new password"]);
	});

	it("know which deprecated ones are in use", () => {
		const config = configWith(
			option("old", "a", { ...set, ...instead("new") }),
			option("older", "", instead("new")),
			option("new", "a", set),
		);
		assert.deepEqual(
			deprecatedInUse(config).map(({ name }) => name),
			["old"],
		);
	});
});
