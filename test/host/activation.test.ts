import assert from "node:assert/strict";
import * as vscode from "vscode";

describe("the extension in VS Code", () => {
	it("is installed and activates", async () => {
		const extension = vscode.extensions.getExtension("coder-deployment.coder-deployment");
		assert.ok(extension, "VS Code does not know the extension");
		await extension.activate();
		assert.ok(extension.isActive);
	});
});
