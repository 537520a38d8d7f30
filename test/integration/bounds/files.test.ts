import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readAtMost, UnreadError } from "../../../src/core/base/readAtMost.ts";
import { readConfigFile } from "../../../src/core/comparison/readFile.ts";
import { UnreadableFile } from "../../../src/core/comparison/unreadable.ts";
import { SnapshotFolder } from "../../../src/core/history/snapshotFolder.ts";
import { readCliSession } from "../../../src/core/signIn/cliFiles.ts";
import { temporaryFolder } from "../history/observations.ts";

async function refused(text: string, sentence: RegExp): Promise<void> {
	await assert.rejects(readConfigFile(Buffer.from(text), []), (error) => {
		assert.ok(error instanceof UnreadableFile, String(error));
		assert.match(error.message, sentence);
		return true;
	});
}

describe("a file with arbitrary content", () => {
	const folder = temporaryFolder();
	const file = path.join(folder, "file");

	it("is read up to its limit, and no further", async () => {
		writeFileSync(file, "x".repeat(1_000));
		assert.equal((await readAtMost(file, 1_000)).length, 1_000);
		await assert.rejects(readAtMost(file, 999), UnreadError);
		appendFileSync(file, "x".repeat(200_000));
		assert.equal((await readAtMost(file, 300_000)).length, 201_000);
		await assert.rejects(readAtMost(path.join(folder, "none"), 1), { code: "ENOENT" });
		await assert.rejects(readAtMost(folder, 1));
	});

	it("doesn't block if it's a pipe or a device", async function () {
		if (process.platform === "win32") this.skip();
		const pipe = path.join(folder, "pipe");
		execFileSync("mkfifo", [pipe]);
		await assert.rejects(readAtMost(pipe, 1_000), UnreadError);
		await assert.rejects(readAtMost("/dev/zero", 1_000), UnreadError);
	});

	it("isn't used as a session of the CLI if it's too long", async () => {
		writeFileSync(path.join(folder, "url"), `https://a.example/${"x".repeat(10_000)}`);
		assert.equal(await readCliSession(folder), undefined);
	});

	it("is a damaged snapshot if it's longer than any valid one", async () => {
		const history = new SnapshotFolder(folder, "key");
		mkdirSync(history.path, { recursive: true });
		const name = "000000000000001-0123456789abcdef.json";
		writeFileSync(path.join(history.path, name), Buffer.alloc(33_000_000));
		const damaged: string[] = [];
		assert.equal(await history.read(name, (aside) => damaged.push(aside)), undefined);
		assert.equal(damaged.length, 1);
	});
});

describe("a compared file", function () {
	this.timeout(30_000);

	it("is rejected with a sentence if its JSON contains too much", async () => {
		await refused("[".repeat(20_000), /more than 10,000 levels/);
		await refused(
			`{"options":[{"name":"a","value":${"[".repeat(100)}${"]".repeat(100)}}]}`,
			/64 levels/,
		);
		await refused(`{"options":[{"name":"a","value":${"1".repeat(5_000)}}]}`, /1,000 digits/);
	});

	const yaml: readonly (readonly [string, string, RegExp])[] = [
		["levels of lists in a line", `a: ${"[".repeat(70)}${"]".repeat(70)}`, /64 levels/],
		["more levels than the parser can take", `a: ${"[".repeat(60_000)}${"]".repeat(60_000)}`, /./],
		["levels of lists in lines", "- ".repeat(100_000), /./],
		["itself inside", "a: &a [*a]", /doesn't set any option/],
		["digits", `a: ${"1".repeat(200_000)}`, /doesn't set any option/],
		["digits in hexadecimal", `a: 0x${"f".repeat(200_000)}`, /doesn't set any option/],
		[
			"many aliases of short anchors",
			"a: &a 1\n".repeat(500) + "b: *a\n".repeat(500),
			/doesn't set any option/,
		],
		[
			"a list in many places",
			`a: &a [${"1,".repeat(19_000)}]\nb: [${"*a,".repeat(90)}]`,
			/doesn't set any option/,
		],
		["a key very often", "a: 1\n".repeat(40_000), /doesn't set any option/],
		[
			"very many keys",
			Array.from({ length: 25_000 }, (_, index) => `k${String(index)}: `).join("\n"),
			/doesn't set any option/,
		],
		["escapes that are none", `a: "${"\\q".repeat(60_000)}"`, /see line 1/],
		["more text than is read", "a: 1\n".repeat(200_001), /larger than 1 MB/],
	];
	for (const [what, text, sentence] of yaml) {
		it(`is rejected with a sentence if its YAML has ${what}`, async () => {
			await refused(text, sentence);
		});
	}
});
