import assert from "node:assert/strict";
import type { Form } from "../../../src/core/variables/forms.ts";
import { readers } from "../../../src/core/variables/forms/readers.ts";
import { scan } from "../../../src/core/variables/scan.ts";
import { assertLinear } from "../../support/growth.ts";

/** Openings, escapes, and continuations of some form that never end. */
const hostile = [
	...'$( ${ ` (( $(( =( CODER_X= CODER_X=( CODER_X[ { [ {{ {# {{/* /* }} \' " \'\' """ * \\ ,'.split(
		" ",
	),
	...[
		"export a=1 ",
		" ",
		"env ",
		"- ",
		"? ",
		"&a ",
		", ",
		"a: ",
		"CODER_X: ",
		"-e CODER_X ",
		".name=CODER_X,",
	],
	...[
		"\n",
		"#\n",
		"\\\n",
		"|\n",
		"<<a\n",
		"RUN <<a\n",
		"a: |\n ",
		'a: "',
		"a\n'",
		"k='x",
		'"${',
		"  - a:\n",
	],
];

describe("processing time of a hostile file with variables", function () {
	this.timeout(120_000);
	for (const form of Object.keys(readers) as readonly Form[]) {
		it(`is linear, whatever its lines look like: ${form}`, () => {
			for (const piece of hostile) {
				assertLinear(
					`${form} of ${JSON.stringify(piece)}`,
					30_000,
					(size) => `CODER_A=1 ${piece.repeat(Math.ceil(size / piece.length))}`,
					(text) => scan(text, form),
				);
			}
		});

		it(`is short for long lines, of which not all names are read: ${form}`, () => {
			for (const long of [
				"export a=1 ".repeat(50_000),
				`${" ".repeat(400_000)}CODER_X=`,
				"CODER_X=".repeat(100_000),
				`CODER_X=${"'".repeat(900_000)}`,
				"env ".repeat(100_000) + "CODER_X=1",
			]) {
				assert.ok(scan(long, form).length <= 2000);
			}
		});
	}
});
