import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { selfContained } from "../../../scripts/package/readme.ts";

const readme = readFileSync("README.md", "utf8");
const links = (text: string): string[] =>
	[...text.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link ?? "");

describe("the README", () => {
	it("has pictures and links of files that exist", () => {
		const files = links(readme).filter((link) => !/^(https?:|#)/.test(link));
		assert.ok(files.some((file) => file.endsWith(".png")));
		assert.deepEqual(
			files.filter((file) => !existsSync(file)),
			[],
		);
	});

	it("has no link that leads nowhere, where the package does not know its repository", () => {
		const packed = selfContained(readme);
		assert.deepEqual(
			links(packed).filter((link) => !/^(https?:|#)/.test(link)),
			[],
		);
		assert.ok(links(packed).includes("https://coder.com"));
		assert.doesNotMatch(packed, /!\[/);
		assert.doesNotMatch(packed, /\n{3}/);
	});

	it("keeps the words of links", () => {
		assert.equal(selfContained("See [the map](MAP.md).\n"), "See the map.\n");
		assert.equal(selfContained("A\n\n![B](c.png)\n\nD\n"), "A\n\nD\n");
		assert.equal(selfContained("[A](#a) ![B](https://b)\n"), "[A](#a) ![B](https://b)\n");
	});
});
