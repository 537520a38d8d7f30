import assert from "node:assert/strict";
import type { Form } from "../../../../src/core/variables/forms.ts";
import { scan } from "../../../../src/core/variables/scan.ts";

const letters = { setting: "S", local: "L", reference: "R", comment: "C" } as const;

/** Texts of a form, by description. Names contain their roles: `CODER_S1` is a setting. */
export type Cases = Readonly<Record<string, string>>;

/**
 * Tests that each name in a text has the role in its name: `S` for a setting, `L` for a local variable of a script or
 * build, `R` for a reference, `C` for a comment. Also with CRLF and a byte order mark.
 */
export function testRoles(form: Form, cases: Cases): void {
	for (const [title, text] of Object.entries(cases)) {
		it(title, () => {
			for (const written of [text, `\uFEFF${text.replaceAll("\n", "\r\n")}`]) {
				const names = scan(written, form).filter(({ name }) => name.startsWith("CODER_"));
				const found = names.map(({ name, role }) => `${name} ${letters[role]}`);
				const expected = found.map((entry) => entry.replace(/\w$/, entry.charAt("CODER_".length)));
				assert.ok(found.length > 0);
				assert.deepEqual(found, expected);
			}
		});
	}
}
