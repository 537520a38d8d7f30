import assert from "node:assert/strict";
import fc from "fast-check";
import { withoutOtherEntries } from "../../../../src/core/variables/forms/yamlPruning.ts";
import { scan } from "../../../../src/core/variables/scan.ts";
import { generatedValues } from "../../../support/generatedValues.ts";

const pruned = (text: string): string => withoutOtherEntries(text, "CODER_", 0);
/** Returns the lines that are parsed. */
const rest = (text: string): string[] =>
	pruned(text)
		.split("\n")
		.map((line) => line.trimEnd())
		.filter((line) => line !== "" && line !== "#");

describe("a values file that mostly configures other things", () => {
	it("is parsed without entries that contain no name", () => {
		const text = [
			"image: {tag: v1}",
			"resources:",
			"  limits:",
			"    cpu: 1",
			"coder:",
			"  replicas: 2",
			"  env:",
			"    - name: OTHER",
			"      value: a",
			"    - name: MORE",
			'      value: "b" # c',
			"    - name: CODER_A",
			"      value: a",
			"    - name: LAST",
			"      valueFrom:",
			"        secretKeyRef: {name: a, key: b}",
			"  script: |",
			"    - name: not an item",
			"  other: 1",
			"",
		].join("\n");
		assert.equal(pruned(text).length, text.length);
		assert.deepEqual(rest(text), [
			"image: {tag: v1}",
			"coder:",
			"  replicas: 2",
			"  env:",
			"    - name: OTHER",
			"      value: a",
			"    - name: CODER_A",
			"      value: a",
		]);
	});

	it("keeps what a line that isn't clear could continue into", () => {
		for (const open of ['a: "open', "a: 'open", "a: [b,", "a: &x b", "a: b\n   - c: d", "\ta: b"]) {
			const text = `first: 1\nsecond: 1\n${open}\nthird:\n  - a: 1\n  - b: 1\n  - c: CODER_A\n`;
			assert.ok(pruned(text).endsWith(text.slice(text.indexOf(open) + open.length)), open);
		}
	});

	it("keeps what is beside a name", () => {
		const text =
			"env:\n  - a: 1\n    name: CODER_A\n    valueFrom:\n      b: c\n    value: d\n    x: y\n";
		assert.equal(rest(text).at(-1), "    value: d");
	});

	const line = fc.constantFrom(
		...'a: 1|b: two words|c:|- d: 1|- e|- name: CODER_A|- name: X|name: CODER_B|value: x|valueFrom:|CODER_C: 1|CODER_D:|- CODER_E=1|environment:|services:|coder:|env:|f: |- |k: "q"|k: \'q\'|k: [a, b]|- {name: CODER_F, value: 1}|- - a|# CODER_G|# c|---|k: &a b|k: *a|g: h # CODER_H=1|\'CODER_I\': 1|x: "open|y: open|<<: *a|: a|? a|{{ if }}|- "CODER_J=1"|k: >-|  text|'.split(
			"|",
		),
		"k: |",
	);
	const text = fc
		.array(fc.tuple(fc.nat(5), line), { maxLength: 40 })
		.map((lines) => lines.map(([indent, one]) => " ".repeat(2 * indent) + one).join("\n"));

	it("is read alike with and without the other entries, whatever its lines are", () => {
		fc.assert(
			fc.property(text, (written) => {
				assert.deepEqual(scan(pruned(written), "yaml"), scan(written, "yaml"));
			}),
			{ numRuns: generatedValues(8000) },
		);
	}).timeout(60_000);
});
