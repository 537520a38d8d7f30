import { expressions } from "../../unit/bounds/expressionTable.ts";
import { look, readExpression } from "../../support/findExpressions.ts";
import { assertLinear } from "../../support/growth.ts";

describe("processing time of a regular expression", function () {
	this.timeout(120_000);
	for (const [written, start, piece, end] of expressions) {
		it(`is linear: ${written.slice(0, 60)}`, () => {
			const expression = readExpression(written);
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
});

describe("a regular expression", function () {
	this.timeout(120_000);
	it("doesn't exhaust the stack for the longest text that an answer can have", () => {
		for (const [written, start, piece, end] of expressions) {
			const text = start + piece.repeat(Math.ceil(1_000_000 / piece.length)) + end;
			look(readExpression(written), text);
		}
	});
});
