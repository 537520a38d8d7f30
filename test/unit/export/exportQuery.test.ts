import assert from "node:assert/strict";
import { exportQuery, readExportQuery } from "../../../src/core/export/exportQuery.ts";

describe("the query of an export's URI", () => {
	const query = {
		deployment: "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11",
		format: "yaml",
		options: "all",
		deprecated: "replace",
	} as const;

	it("survives a round trip", () => {
		assert.deepEqual(readExportQuery(exportQuery(query)), query);
	});

	it("is undefined for every other URI, whatever its query contains", () => {
		for (const text of [
			"",
			"null",
			"[]",
			"1",
			'"yaml"',
			"{",
			"{}",
			'{"deployment":1,"format":"yaml"}',
			'{"deployment":"x"}',
			'{"deployment":"x","format":"constructor"}',
			'{"deployment":"x","format":"__proto__"}',
			'{"deployment":"x","format":["yaml"]}',
			"[".repeat(100_000),
		])
			assert.equal(readExportQuery(text), undefined, text.slice(0, 40));
	});

	it("defaults to changed options and names in use for invalid choices", () => {
		assert.deepEqual(
			readExportQuery('{"deployment":"x","format":"yaml","options":{},"deprecated":7,"more":1}'),
			{ deployment: "x", format: "yaml", options: "changed", deprecated: "keep" },
		);
	});
});
