import assert from "node:assert/strict";
import { releaseUrl } from "../../../src/core/coder/links.ts";

describe("the page of a release", () => {
	for (const [version, tag] of [
		["v2.35.1", "v2.35.1"],
		["v2.35.1+8b44bd6", "v2.35.1"],
		["v2.36.0-rc.1+8b44bd6", "v2.36.0-rc.1"],
		["../x?y", "..%2Fx%3Fy"],
		["v2\ud800.35.1", "v2.35.1"],
		["👋", "%F0%9F%91%8B"],
	] as const) {
		it(`is that of the tag, without the commit (${JSON.stringify(version)})`, () => {
			assert.equal(releaseUrl(version), `https://github.com/coder/coder/releases/tag/${tag}`);
		});
	}
});
