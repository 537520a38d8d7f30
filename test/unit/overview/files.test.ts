import assert from "node:assert/strict";
import { filesSection, type ListedFile } from "../../../src/core/overview/files.ts";

const file = (path: string, differ: number): ListedFile => ({
	uri: `file:///${path}`,
	path,
	counts: { settings: 4, differ, secrets: 1, notCompared: 0 },
});

describe("the files of a deployment in the overview", () => {
	it("are there once one was found", () => {
		assert.equal(filesSection("key", "Production", []), undefined);
	});

	it("say what differs, and lead to the file", () => {
		const section = filesSection("key", "Production", [file("a.env", 0), file("b.env", 2)]);
		assert.equal(section?.description, "1 file differs");
		const [same, other] = section.children ?? [];
		assert.equal(same?.description, "No differences");
		assert.equal(other?.description, "2 of 4 differ");
		assert.equal(other.spoken, "b.env. Production: 2 of 4 settings differ, 1 secret not compared");
		assert.equal(other.file, "file:///b.env");
		assert.deepEqual(other.command?.arguments, ["file:///b.env"]);
	});

	it("are counted, and bounded", () => {
		const many = Array.from({ length: 300 }, (_, index) => file(`${index.toString()}.env`, 1));
		const section = filesSection("key", "Production", many);
		assert.equal(section?.description, "300 files differ");
		assert.equal(section.children?.length, 100);
		assert.equal(filesSection("key", "P", [file("a", 0)])?.description, "No differences");
	});
});
