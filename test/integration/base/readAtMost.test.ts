import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { readAtMost } from "../../../src/core/base/readAtMost.ts";

describe("reading a file that may be anything", () => {
	let folder: string;
	let file: string;

	beforeEach(async () => {
		folder = await mkdtemp(path.join(os.tmpdir(), "read-"));
		file = path.join(folder, "file");
	});
	afterEach(() => rm(folder, { recursive: true, force: true }));

	const tooLarge = { name: "UnreadError", message: "too large" };
	const notAFile = { name: "UnreadError", message: "not a regular file" };

	it("returns its content, up to the limit", async () => {
		const text = "Pier 7\n".repeat(30_000);
		for (const content of ["", "x", text]) {
			await writeFile(file, content);
			const most = content.length;
			assert.equal((await readAtMost(file, most)).toString(), content);
			assert.equal((await readAtMost(file, most + 1)).toString(), content);
			if (most > 0) await assert.rejects(readAtMost(file, most - 1), tooLarge);
		}
	});

	it("rejects what isn't there", async () => {
		await assert.rejects(readAtMost(file, 10), { code: "ENOENT" });
	});

	it("rejects a folder", async () => {
		await assert.rejects(readAtMost(folder, 10), notAFile);
	});

	describe("of Linux", () => {
		before(function () {
			if (process.platform !== "linux") this.skip();
		});

		it("rejects an endless device and a pipe without a writer", async () => {
			execFileSync("mkfifo", [file]);
			for (const one of ["/dev/zero", file]) await assert.rejects(readAtMost(one, 10), notAFile);
		});

		it("returns a file whose size isn't reported", async () => {
			const status = await readAtMost("/proc/self/status", 100_000);
			assert.match(status.toString(), /^Name:/);
			await assert.rejects(readAtMost("/proc/self/status", 10), tooLarge);
		});
	});
});
