import assert from "node:assert/strict";
import type { JsonObject } from "../../../src/core/base/json.ts";
import type { DeploymentOption } from "../../../src/core/coder/model.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";

function read(...options: readonly JsonObject[]): readonly DeploymentOption[] {
	const parsed = parseAnswer("deploymentConfig", { options });
	assert.ok(parsed.ok);
	return parsed.value.options;
}

/** What an option has that only says its name. */
const plain = {
	id: "A",
	name: "A",
	description: "",
	value: null,
	groups: [],
	useInstead: [],
	hidden: false,
	secret: false,
	enterprise: false,
	workspaceProxies: false,
	duration: false,
};

describe("an option of the server's answer", () => {
	it("has only what the server reports", () => {
		assert.deepEqual(read({ name: "A" }), [plain]);
		assert.deepEqual(
			read({
				name: "A",
				env: "CODER_A",
				flag: "a",
				flag_shorthand: "a",
				description: " Says A.\n",
				yaml: "a",
				default: "x",
				value: "y",
				value_source: "yaml",
				hidden: true,
				annotations: {
					enterprise: "true",
					external_workspace_proxies: "true",
					format_duration: "true",
				},
				group: {
					name: "Inner",
					yaml: "inner",
					parent: { name: "Middle", description: "", parent: { name: "Outer", yaml: "outer" } },
				},
				use_instead: [{ name: "B", env: "CODER_B", flag: "b" }],
			}),
			[
				{
					id: "CODER_A",
					name: "A",
					env: "CODER_A",
					flag: "a",
					flagShorthand: "a",
					description: "Says A.",
					yaml: "a",
					yamlPath: ["outer", "inner", "a"],
					default: "x",
					value: "y",
					valueSource: "yaml",
					groups: [
						{ name: "Outer", yaml: "outer" },
						{ name: "Middle" },
						{ name: "Inner", yaml: "inner" },
					],
					useInstead: [{ id: "CODER_B", name: "B", env: "CODER_B", flag: "b" }],
					hidden: true,
					secret: false,
					enterprise: true,
					workspaceProxies: true,
					duration: true,
				},
			],
		);
	});

	it("may have empty and unknown texts, which are dropped", () => {
		const answered = {
			name: "A",
			env: "",
			flag: "",
			flag_shorthand: "ab",
			yaml: "",
			value_source: "file",
		};
		assert.deepEqual(read(answered), [{ ...plain, yaml: "" }]);
	});

	it("is identified by an invalid name if it has no other", () => {
		assert.deepEqual(read({ name: "", env: "", flag: "a b" }), [
			{ ...plain, id: "a b", name: "a b" },
		]);
		assert.deepEqual(read({ name: "", env: "", flag: "" }), []);
	});

	it("has a hundred identifiable replacements at most", () => {
		const successors = Array.from({ length: 150 }, (_unused, index) => ({
			name: `B ${String(index)}`,
		}));
		const [option] = read({ name: "A", use_instead: [{}, { name: "" }, ...successors] });
		assert.deepEqual(
			option?.useInstead.map(({ id }) => id),
			successors.slice(0, 98).map(({ name }) => name),
		);
	});
});

describe("an enum", () => {
	const value = (answered: JsonObject) => {
		const [option] = read({ name: "A", value: answered });
		return [option?.value, option?.choices];
	};

	it("has its choices, which are texts", () => {
		assert.deepEqual(value({ Choices: ["a", 7, null, "b"], Value: "a" }), ["a", ["a", "b"]]);
		assert.deepEqual(value({ Choices: [], Value: "" }), ["", []]);
	});

	it("has a thousand choices at most", () => {
		const choices = Array.from({ length: 1_100 }, (_unused, index) => String(index));
		assert.deepEqual(value({ Choices: choices, Value: "7" }), ["7", choices.slice(0, 1_000)]);
	});

	it("is another value without choices and a selected text", () => {
		for (const other of [
			{ Choices: ["a"], Value: 7 },
			{ Choices: "a", Value: "a" },
			{ Choices: ["a"] },
			{ Value: "a" },
		]) {
			assert.deepEqual(value(other), [other, undefined]);
		}
	});
});
