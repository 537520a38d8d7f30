import assert from "node:assert/strict";
import { optionLinkQuery, readOptionLink } from "../../../src/core/configuration/optionLink.ts";

describe("a link to an option", () => {
	it("is parsed into the parts that it was built from", () => {
		for (const [url, optionId] of [
			["https://coder.example.com", "CODER_ACCESS_URL"],
			["https://coder.example.com:8443/coder", "--some flag&id=x"],
			["http://localhost:3000", "Ünnamed / group"],
		] as const) {
			const link = readOptionLink(optionLinkQuery(url, optionId));
			assert.deepEqual(link, { ok: true, url, optionId });
		}
	});

	it("identifies a deployment only by a valid URL", () => {
		const reads = (url: string) => readOptionLink(new URLSearchParams({ url, id: "x" }).toString());
		assert.deepEqual(reads(" HTTPS://Coder.Example.com/?token=x#y "), {
			ok: true,
			url: "https://coder.example.com",
			optionId: "x",
		});
		for (const url of [
			"",
			"[here](command:workbench.action.quit)",
			"[here](https://evil.example)",
			"command:workbench.action.quit",
			"javascript://evil.example/%0aalert(1)",
			"file:///etc/passwd",
			"vscode://coder-deployment.coder-deployment/open",
			"https://user:password@coder.example.com",
			"https://coder.example.com [here](command:x)",
			"https://coder.example.com\n[here](command:x)",
			"https://[here](command:x)",
			"https://coder.example.com:99999",
		]) {
			assert.equal(reads(url).ok, false, url);
		}
		assert.equal(readOptionLink("").ok, false);
		const { ok, ...rest } = readOptionLink("url=https://coder.example.com");
		assert.deepEqual([ok, rest], [true, { url: "https://coder.example.com", optionId: "" }]);
	});
});
