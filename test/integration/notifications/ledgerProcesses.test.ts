import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

describe("the notification ledger of several processes", () => {
	let folder: string;

	beforeEach(async () => {
		folder = path.join(await mkdtemp(path.join(os.tmpdir(), "notices-")), "notices");
	});
	afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

	it("lets only one of several competing processes show it", async () => {
		const program = path.join(import.meta.dirname, "claimer.ts");
		const args = ["--import=tsx", program, folder, "200"];
		const windows = [1, 2, 3].map(() =>
			spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] }),
		);
		await Promise.all(windows.map(({ stdout }) => once(stdout, "data")));
		const answers = windows.map(async ({ stdin, stdout }) => {
			const chunks = stdout.setEncoding("utf8").toArray();
			stdin.write("go");
			return JSON.parse((await chunks).join("")) as number[];
		});
		const claimed = (await Promise.all(answers)).flat();
		assert.deepEqual(
			claimed.toSorted((a, b) => a - b),
			Array.from({ length: 200 }, (_, subject) => subject),
		);
	}).timeout(30_000);
});
