import assert from "node:assert/strict";
import fc from "fast-check";
import { readFromPanel } from "../../../src/ui/configuration/panelMessages.ts";

describe("messages from the page", () => {
	it("are read field by field", () => {
		assert.deepEqual(readFromPanel({ type: "copy", text: "a", more: 1 }), {
			type: "copy",
			text: "a",
		});
		assert.deepEqual(readFromPanel({ type: "ready" }), { type: "ready" });
	});

	it("are nothing when they are not what a page may send", () => {
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
			{ type: "cspViolation", report: "x" },
		]) {
			assert.equal(readFromPanel(message), undefined, typeof message);
		}
	});

	it("keep texts and numbers of a report only", () => {
		const report = { "blocked-uri": "inline", "status-code": 200, nested: {}, list: [], nan: NaN };
		assert.deepEqual(readFromPanel({ type: "cspViolation", report }), {
			type: "cspViolation",
			report: { "blocked-uri": "inline", "status-code": 200 },
		});
	});

	it("never make reading fail", () => {
		fc.assert(
			fc.property(fc.anything(), (message) => {
				readFromPanel(message);
			}),
		);
	});
});
