import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { namesIn } from "../../../src/ui/files/documentNames.ts";
import { editingPaused } from "../../../src/ui/files/editingPause.ts";

describe("a document while the user types", () => {
	it("is parsed once for many keystrokes", async () => {
		let reads = 0;
		const written = {
			version: 1,
			languageId: "dotenv",
			uri: { path: "/coder.env" },
			getText: () => {
				reads++;
				return "CODER_ACCESS_URL=a";
			},
		};
		const document = written as unknown as vscode.TextDocument;
		const request = async (token: { isCancellationRequested: boolean }) =>
			(await editingPaused(document, token)) && namesIn(document).length > 0;

		assert.equal(editingPaused(document, undefined), true, "no wait the first time");
		namesIn(document);
		assert.equal(reads, 1);
		const answers: Promise<boolean>[] = [];
		let last = { isCancellationRequested: false };
		for (let key = 0; key < 30; key++) {
			written.version++;
			// VS Code cancels the earlier request of each provider.
			last.isCancellationRequested = true;
			last = { isCancellationRequested: false };
			answers.push(request(last), request(last));
		}
		const needed = (await Promise.all(answers)).filter((one) => one);
		assert.equal(needed.length, 2, "the two requests of the last keystroke");
		assert.equal(reads, 2);
		assert.equal(editingPaused(document, undefined), true, "no wait without a change");
	});
});
