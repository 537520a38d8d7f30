import assert from "node:assert/strict";
import type { Form } from "../../../../src/core/variables/forms.ts";
import { scan } from "../../../../src/core/variables/scan.ts";

const letters = { setting: "S", local: "L", reference: "R", comment: "C" } as const;

/** Texts of a form, each with what it stands for. Names say what they are there for: `CODER_S1` is a setting. */
export type Cases = Readonly<Record<string, string>>;

/**
 * Tests that each name of a text has the role that it is called after: `S` for a setting, `L` for a script's or a
 * build's own, `R` for a reference, `C` for a comment. The same with CRLF and a byte order mark.
 */
export function testRoles(form: Form, cases: Cases): void {
	for (const [title, text] of Object.entries(cases)) {
		it(title, () => {
			for (const written of [text, `\uFEFF${text.replaceAll("\n", "\r\n")}`]) {
				const found = scan(written, form).map(({ name, role }) => `${name} ${letters[role]}`);
				const expected = found.map((entry) => entry.replace(/\w$/, entry.charAt("CODER_".length)));
				assert.ok(found.length > 0);
				assert.deepEqual(found, expected);
			}
		});
	}
}
