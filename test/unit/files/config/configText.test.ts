import assert from "node:assert/strict";
import { readConfigText } from "../../../../src/core/files/config/configText.ts";

describe("a text that is read as a configuration", () => {
	const none = (text: string) => ({ text, keys: [], targets: new Map() });

	it("has no keys and no error if it's empty, isn't a map, or has keys that aren't texts", () => {
		for (const text of ["", "a", "- a: 1", "{[a]: 1}"]) {
			assert.deepEqual(readConfigText(text), none(text));
		}
	});

	it("has the place of the first error", () => {
		assert.equal(readConfigText("a: 1\n").errorAt, undefined);
		assert.equal(readConfigText("a: 1\nb: [\n").errorAt, 10);
		assert.equal(readConfigText("a: 1\n---\nb: 1\n").errorAt, 5);
	});

	it("is read up to a million characters", () => {
		const text = "a: 1\n#".padEnd(1_000_000, "x");
		assert.equal(readConfigText(text).keys.length, 1);
		assert.deepEqual(readConfigText(`${text}x`), none(`${text}x`));
	});

	it("is read up to 5,000 keys", () => {
		const text = Array.from({ length: 5001 }, (_, index) => `k${String(index)}: 1\n`).join("");
		const { keys } = readConfigText(text);
		assert.equal(keys.length, 5000);
		assert.equal(keys.at(-1)?.path, "k4999");
	});

	it("has no keys if it's nested too deeply", () => {
		const text = `a: ${"[".repeat(100)}${"]".repeat(100)}\n`;
		assert.deepEqual(readConfigText(text), none(text));
	});
});
