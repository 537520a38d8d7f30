import assert from "node:assert/strict";
import { findExpressions } from "../../support/findExpressions.ts";
import { expressions, madeExpressions } from "./expressionTable.ts";

const found = findExpressions("src");

describe("regular expressions", function () {
	this.timeout(120_000);

	it("are all listed in expressionTable.ts, with the text that takes each longest", () => {
		const listed = new Set([...expressions.map(([written]) => written), ...madeExpressions]);
		const missing = found.filter(({ written }) => !listed.has(written));
		assert.deepEqual(missing, []);
	});

	it("in the list all exist in src", () => {
		const there = new Set(found.map(({ written }) => written));
		const gone = [...expressions.map(([written]) => written), ...madeExpressions];
		assert.deepEqual(
			gone.filter((written) => !there.has(written)),
			[],
		);
	});
});
