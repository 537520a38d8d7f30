import assert from "node:assert/strict";
import fc from "fast-check";
import { configMessages } from "../../../src/ui/configuration/configMessages.ts";
import { readMessage } from "../../../src/ui/panels/readMessage.ts";
import { readViolation } from "../../../src/ui/panels/violationReport.ts";

const read = (message: unknown) => readMessage(configMessages, message);

describe("messages from the page", () => {
	it("are validated field by field", () => {
		assert.deepEqual(read({ type: "copy", text: "a", more: 1 }), {
			type: "copy",
			text: "a",
		});
		assert.deepEqual(read({ type: "ready" }), { type: "ready" });
	});

	it("are undefined unless a page may send them", () => {
		for (const message of [
			undefined,
			null,
			"ready",
			[],
			{},
			{ type: "constructor" },
			{ type: "__proto__" },
			{ type: "toString" },
			{ type: "copy" },
			{ type: "copy", text: 1 },
			{ type: "copy", text: "x".repeat(1_000_001) },
			{ type: "copyLink", id: {} },
			{ type: "openUrl", url: null },
		]) {
			assert.equal(read(message), undefined, typeof message);
		}
	});

	it("keep only strings and numbers of a report", () => {
		const report = { "blocked-uri": "inline", "status-code": 200, nested: {}, list: [], nan: NaN };
		assert.deepEqual(readViolation(report), { "blocked-uri": "inline", "status-code": 200 });
		for (const wrong of [undefined, null, "x", 1, []]) {
			assert.equal(readViolation(wrong), undefined);
		}
		const many = Object.fromEntries(
			Array.from({ length: 500 }, (_, index) => [`a${index}`, index]),
		);
		assert.equal(
			Object.keys(readViolation({ ...many, long: "x".repeat(10_001) }) ?? {}).length,
			50,
		);
	});

	it("never cause an error", () => {
		fc.assert(
			fc.property(fc.anything(), (message) => {
				read(message);
				readViolation(message);
			}),
		);
	});
});
