import assert from "node:assert/strict";
import { isMissingModule } from "../../../src/core/base/missingModule.ts";

describe("a module that's missing after an update", () => {
	it("is recognized by Node's error, for both kinds of modules", async () => {
		const gone = new URL("./chunks/gone-ABC123.js", import.meta.url).href;
		await assert.rejects(import(gone), (error) => isMissingModule(error));
		for (const code of ["MODULE_NOT_FOUND", "ERR_MODULE_NOT_FOUND"])
			assert.ok(isMissingModule(Object.assign(new Error("x"), { code })));
		assert.ok(isMissingModule(new Error("Cannot find module '/x/chunks/app-1.js'")));
	});

	it("isn't confused with other errors", () => {
		const missingFile = Object.assign(new Error("x"), { code: "ENOENT" });
		for (const error of [
			new Error("The module is busy."),
			missingFile,
			"Cannot find module",
			undefined,
		]) {
			assert.ok(!isMissingModule(error));
		}
	});
});
