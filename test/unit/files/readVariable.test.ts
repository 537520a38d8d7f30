import assert from "node:assert/strict";
import type { JsonObject } from "../../../src/core/base/json.ts";
import { readVariable } from "../../../src/core/files/readVariable.ts";
import { optionsOf } from "../comparison/options.ts";

/** Reads the text of an option's variable. */
function read(wire: JsonObject, text: string, version?: string): unknown {
	const [option] = optionsOf({ name: "A", env: "CODER_A", ...wire });
	assert.ok(option);
	return readVariable(option, text, version);
}

describe("an empty variable", () => {
	const limit = { value: 7, default: "512" };

	it("is unset for servers before v2.34: the option has its default, or the empty value of its type", () => {
		assert.equal(read(limit, "", "v2.33.9"), 512n);
		assert.equal(read({ value: 7 }, "", "v2.33.9"), 0);
		assert.equal(read({ value: true }, "", "v2.33.9"), false);
		assert.equal(read({ value: "x" }, "", "v2.33.9"), "");
		assert.deepEqual(read({ value: ["x"], default: "a,b" }, "", "v2.33.9"), ["a", "b"]);
	});

	it("is an empty value for later servers, which isn't a number", () => {
		for (const version of ["v2.34.0", "v2.35.1+8b44bd6", undefined]) {
			assert.equal(read(limit, "", version), undefined);
			assert.equal(read({ value: "x", default: "y" }, "", version), "");
			assert.equal(read({ value: ["x"], default: "a,b" }, "", version), null);
		}
	});

	it("is distinguished from one with a text", () => {
		assert.equal(read(limit, "8", "v2.33.9"), 8);
		assert.equal(read(limit, "x", "v2.33.9"), undefined);
	});
});

describe("a variable with a structure", () => {
	const map = { env: "CODER_OIDC_GROUP_MAPPING", value: {} };

	it("is read as JSON or YAML", () => {
		assert.deepEqual(read(map, '{"a": "b"}'), { a: "b" });
		assert.deepEqual(read(map, "a: b"), { a: "b" });
	});

	it("is null if it contains nothing", () => {
		for (const text of ["", " ", "\n\t", "# nothing"]) {
			assert.equal(read(map, text), null, JSON.stringify(text));
		}
	});

	it("is rejected if it isn't one", () => {
		for (const text of ["[", "[1]", "a", "{a: [b]}", "*a", "a: b\n---\na: c", "[".repeat(500)]) {
			assert.equal(read(map, text), undefined, text);
		}
	});

	it("is read up to 100,000 characters", () => {
		const text = '{"a": "b"}'.padEnd(100_000);
		assert.deepEqual(read(map, text), { a: "b" });
		assert.equal(read(map, `${text} `), undefined);
	});
});
