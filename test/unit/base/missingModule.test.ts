import assert from "node:assert/strict";
import { isMissingModule } from "../../../src/core/base/missingModule.ts";

describe("a part of the extension that is gone after an update", () => {
	it("is recognized as Node says it, for both kinds of modules", async () => {
		const gone = new URL("./chunks/gone-ABC123.js", import.meta.url).href;
		await assert.rejects(import(gone), (error) => isMissingModule(error));
		assert.ok(isMissingModule(Object.assign(new Error("x"), { code: "MODULE_NOT_FOUND" })));
		assert.ok(isMissingModule(new Error("Cannot find module '/x/chunks/app-1.js'")));
	});

	it("is no other error", () => {
		for (const error of [new Error("The module is busy."), "Cannot find module", undefined]) {
			assert.ok(!isMissingModule(error));
		}
	});
});
