import assert from "node:assert/strict";
import { compressAgain } from "../../../scripts/package/zip.ts";
import { unzip, zipDirectory, zipEntries } from "../../../src/core/comparison/zip.ts";
import { zip } from "../../support/zip.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const files = [
	{ name: "[Content_Types].xml", data: "<Types/>" },
	{ name: "extension/größe.txt", data: "Größe. ".repeat(1000) },
	{ name: "extension/empty.txt", data: "" },
	{
		name: "extension/numbers.json",
		data: JSON.stringify(Array.from({ length: 500 }, (_, index) => (index * 7919) % 1000)),
	},
];

describe("compressing an archive again", function () {
	this.timeout(slowMachine);

	it("keeps names, order, and content", async () => {
		const archive = await compressAgain(zip(files));
		const found = [];
		for (const entry of zipEntries(archive, zipDirectory(archive))) {
			found.push({ name: entry.name, data: (await unzip(archive, entry)).toString() });
		}
		assert.deepEqual(found, files);
	});

	it("makes it smaller, and the same each time", async () => {
		const before = zip(files);
		const after = await compressAgain(before);
		assert.ok(after.length < before.length, `${String(after.length)} of ${String(before.length)}`);
		assert.deepEqual(await compressAgain(before), after);
		assert.deepEqual(await compressAgain(after), after);
	});
});
