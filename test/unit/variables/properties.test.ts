import assert from "node:assert/strict";
import fc from "fast-check";
import type { Form } from "../../../src/core/variables/forms.ts";
import { readers } from "../../../src/core/variables/forms/readers.ts";
import { KnownVariables } from "../../../src/core/variables/known.ts";
import { namePlace } from "../../../src/core/variables/places.ts";
import { findProblems } from "../../../src/core/variables/problems.ts";
import { scan } from "../../../src/core/variables/scan.ts";
import { anyCharacter } from "../../support/anyCharacter.ts";
import { generatedValues } from "../../support/generatedValues.ts";

const forms = Object.keys(readers) as readonly Form[];
const known = new KnownVariables(undefined);

/** Texts with everything that matters to the scanner, in any order, and arbitrary texts. */
const text = fc.oneof(
	fc.string({ unit: anyCharacter, maxLength: 200 }),
	fc
		.array(
			fc.oneof(
				fc.constantFrom(
					..."CODER_ACCESS_URL CODER_TELEMETRY CODER_XYZ CODER_ CODER # // ' \" \\ = += == : - name: ENV export $ ${ } { , ; /* */ $( ${ ` <<EOF EOF RUN {{ }} {# -e [ ] ( ) | > & ! ''  Environment= \n \r\n \t".split(
						" ",
					),
				),
				fc.constantFrom(" ", "\n", "\u2028", "é", "😀"),
				fc.string({ maxLength: 5 }),
			),
			{ maxLength: 60 },
		)
		.map((parts) => parts.join("")),
);

describe("any text", () => {
	it("is scanned without errors, and offsets contain the names in order", () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...forms), (written, form) => {
				let last = 0;
				for (const { name, start, end } of scan(written, form)) {
					assert.equal(written.slice(start, end), name);
					assert.ok(start >= last);
					last = end;
				}
				// At the start of a word, and after a short flag.
				const aName = /(?:(?<!\w)|(?<=(?<![\w-])-e))CODER_\w+/g;
				const names = [...written.matchAll(aName)].map(([name]) => name);
				assert.deepEqual(
					scan(written, form).map(({ name }) => name),
					names,
				);
			}),
			{ numRuns: generatedValues(3000) },
		);
	});

	it("only has problems at names that are unknown or wrong", () => {
		fc.assert(
			fc.property(text, fc.constantFrom(...forms), (written, form) => {
				for (const { name, start, end, kind } of findProblems(written, form, known, () => false)) {
					assert.equal(written.slice(start, end), name);
					const variable = known.find(name);
					assert.equal(variable?.deprecated === true, kind === "deprecated");
					assert.equal(
						kind === "unknown",
						variable === undefined || variable.other?.family === true,
					);
				}
			}),
			{ numRuns: generatedValues(1500) },
		);
	});

	it("only has completions after something that begins with a C", () => {
		fc.assert(
			fc.property(text, fc.nat(60), fc.constantFrom(...forms), (line, column, form) => {
				const place = namePlace(line, Math.min(column, line.length), form);
				if (place) assert.equal(line[place.start], "C");
			}),
			{ numRuns: generatedValues(3000) },
		);
	});
});
