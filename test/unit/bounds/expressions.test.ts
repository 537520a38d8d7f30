import assert from "node:assert/strict";
import { findExpressions } from "../../support/findExpressions.ts";
import { assertLinear } from "../../support/growth.ts";
import { expressions, madeExpressions } from "./expressionTable.ts";

const found = findExpressions("src");

/** Searches a whole text for an expression, as `replace` and `matchAll` do for global ones. */
function look(expression: RegExp, text: string): void {
	expression.lastIndex = 0;
	if (expression.global) text.replace(expression, "");
	else expression.exec(text);
}

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

	for (const [written, start, piece, end] of expressions) {
		it(`take time proportional to the text: ${written.slice(0, 60)}`, () => {
			const slash = written.lastIndexOf("/");
			const expression = new RegExp(written.slice(1, slash), written.slice(slash + 1));
			assertLinear(
				written,
				32_000,
				(size) => start + piece.repeat(Math.ceil(size / piece.length)) + end,
				(text) => {
					look(expression, text);
				},
			);
		});
	}

	it("don't exhaust the stack for the longest text that an answer can have", () => {
		for (const [written, start, piece, end] of expressions) {
			const slash = written.lastIndexOf("/");
			const expression = new RegExp(written.slice(1, slash), written.slice(slash + 1));
			look(expression, start + piece.repeat(Math.ceil(1_000_000 / piece.length)) + end);
		}
	});
});
