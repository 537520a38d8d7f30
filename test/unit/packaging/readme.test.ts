import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { selfContained } from "../../../scripts/package/readme.ts";

const readme = readFileSync("README.md", "utf8");
const links = (text: string): string[] =>
	[...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link ?? "");

describe("the README", () => {
	it("links to pictures and files that exist", () => {
		const files = links(readme).filter((link) => !/^(https?:|#)/.test(link));
		assert.ok(files.some((file) => file.endsWith(".png")));
		assert.deepEqual(
			files.filter((file) => !existsSync(file)),
			[],
		);
	});

	it("has no broken link if the package has no repository", () => {
		const packed = selfContained(readme);
		assert.deepEqual(
			links(packed).filter((link) => !/^(https?:|#)/.test(link)),
			[],
		);
		assert.ok(links(packed).includes("https://coder.com"));
		assert.doesNotMatch(packed, /!\[/);
		assert.doesNotMatch(packed, /\n{3}/);
	});

	it("keeps the text of removed links", () => {
		assert.equal(selfContained("See [the map](MAP.md).\n"), "See the map.\n");
		assert.equal(selfContained("A\n\n![B](c.png)\n\nD\n"), "A\n\nD\n");
		assert.equal(selfContained("[A](#a) ![B](https://b)\n"), "[A](#a) ![B](https://b)\n");
	});
});
