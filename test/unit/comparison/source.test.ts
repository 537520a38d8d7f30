import assert from "node:assert/strict";
import { readSources } from "../../../src/core/comparison/source.ts";

const whole = { kind: "deployment", deployment: "a" } as const;
const uris = (count: number): readonly string[] =>
	Array.from({ length: count }, (_, index) => `file:///${String(index)}`);

describe("the stored sources of a comparison", () => {
	it("are read as they were written", () => {
		for (const right of [
			whole,
			{ kind: "defaults", deployment: "a" },
			{ kind: "snapshot", deployment: "a", id: "b" },
			{ kind: "file", uri: "file:///a" },
			{ kind: "files", uris: uris(1) },
			{ kind: "files", uris: uris(50) },
		]) {
			assert.deepEqual(readSources({ left: whole, right }), { left: whole, right });
			assert.deepEqual(readSources({ left: right, right: whole }), { left: right, right: whole });
		}
	});

	it("lose everything else", () => {
		const right = { ...whole, id: "b", uri: "c", uris: uris(1), more: 1 };
		assert.deepEqual(readSources({ left: whole, right }), { left: whole, right: whole });
	});

	it("are ignored if one of them is damaged", () => {
		for (const right of [
			undefined,
			null,
			7,
			"deployment",
			{},
			{ kind: "other", deployment: "a" },
			{ kind: "deployment" },
			{ kind: "defaults", deployment: 7 },
			{ kind: "snapshot", deployment: "a" },
			{ kind: "snapshot", id: "b" },
			{ kind: "file", uri: 7 },
			{ kind: "files" },
			{ kind: "files", uris: "file:///a" },
			{ kind: "files", uris: [] },
			{ kind: "files", uris: ["file:///a", 7] },
			{ kind: "files", uris: uris(51) },
		]) {
			assert.equal(readSources({ left: whole, right }), undefined, JSON.stringify(right));
			assert.equal(readSources({ left: right, right: whole }), undefined, JSON.stringify(right));
		}
		for (const value of [undefined, null, 7, "x", [], {}])
			assert.equal(readSources(value), undefined);
	});
});
