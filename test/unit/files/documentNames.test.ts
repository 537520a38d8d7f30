import assert from "node:assert/strict";
import type * as vscode from "vscode";
import { namesIn } from "../../../src/ui/files/documentNames.ts";

describe("names in a document", () => {
	it("are parsed once per edit, however often they're requested, and never in other files", () => {
		let reads = 0;
		const document = (languageId: string, path: string) => ({
			version: 1,
			languageId,
			uri: { path },
			getText: () => {
				reads++;
				return "CODER_ACCESS_URL=a";
			},
		});
		const env = document("dotenv", "/coder.env");
		const of = (one: typeof env) => namesIn(one as unknown as vscode.TextDocument);
		const names = of(env);
		assert.equal(names.length, 1);
		for (let call = 0; call < 20; call++) assert.equal(of(env), names);
		assert.equal(reads, 1);
		env.version++;
		assert.notEqual(of(env), names);
		assert.equal(reads, 2);
		assert.deepEqual(of(document("markdown", "/notes.md")), []);
		assert.equal(reads, 2);
	});
});
