import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { openFile, readText, removeFile } from "../../../src/core/base/patientFiles.ts";
import { writeAtomically } from "../../../src/core/base/writeAtomically.ts";
import { History } from "../../../src/core/history/history.ts";
import { Ledger } from "../../../src/core/notifications/ledger.ts";
import { sampleLimits } from "../../../src/core/statistics/sampleLimits.ts";
import { sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { Samples } from "../../../src/core/statistics/samples.ts";
import { likeWindows, refuse, restoreFiles } from "../../support/refusingFiles.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { seen } from "../history/observations.ts";
import { sampleAt, samplesBetween } from "../../unit/statistics/made.ts";

const key = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";
const start = Date.parse("2026-03-05T10:00:00Z");

describe("files that another program holds briefly", function () {
	this.timeout(slowMachine);
	let folder: string;
	let file: string;

	beforeEach(() => {
		folder = mkdtempSync(path.join(os.tmpdir(), "coder-deployment-files-"));
		file = path.join(folder, "file");
	});
	afterEach(() => {
		restoreFiles();
		rmSync(folder, { recursive: true });
	});

	for (const code of ["EPERM", "EACCES", "EBUSY"]) {
		it(`are written, opened, read, and deleted a moment later (${code})`, async () => {
			for (const times of [1, 3]) {
				const renames = refuse("rename", code, (_args, before) => before < times);
				await writeAtomically(file, `text ${times}`);
				assert.equal(renames.count(), times);
				assert.equal(readFileSync(file, "utf8"), `text ${times}`);
				restoreFiles();
				refuse("open", code, (_args, before) => before < times);
				await (await openFile(file, "r")).close();
				restoreFiles();
				refuse("readFile", code, (_args, before) => before < times);
				assert.equal(await readText(file), `text ${times}`);
				restoreFiles();
				refuse("rm", code, (_args, before) => before < times);
				await removeFile(file);
				restoreFiles();
				assert.deepEqual(readdirSync(folder), []);
			}
		});

		it(`cause no warning in history, statistics, and notifications (${code})`, async () => {
			const problems: unknown[] = [];
			const report = (problem: unknown): unknown => problems.push(problem);
			for (const call of ["open", "rename"] as const) {
				const root = path.join(folder, call);
				refuse(call, code, (_args, before) => before % 2 === 0);
				const history = new History(path.join(root, "history"), report);
				await history.record(key, seen(1, "a"));
				await history.record(key, seen(2, "b"));
				assert.equal((await new History(path.join(root, "history"), report).ids(key)).length, 2);
				const samples = new Samples(path.join(root, "samples"), report, () => start);
				await samples.record(key, sampleAt(start), true, true);
				const ledger = new Ledger(path.join(root, "notices"), () => start, report);
				assert.equal(await ledger.claim("topic", "subject"), true);
				assert.equal(await ledger.claim("topic", "subject"), false);
				restoreFiles();
			}
			assert.deepEqual(problems, []);
		});
	}

	it("fail after about a second with the system's reason, and leave nothing behind", async () => {
		writeFileSync(file, "before");
		refuse("rename", "EPERM", () => true);
		const started = Date.now();
		await assert.rejects(writeAtomically(file, "after"), { code: "EPERM" });
		assert.ok(Date.now() - started < 5000);
		assert.deepEqual(readdirSync(folder), ["file"]);
		assert.equal(readFileSync(file, "utf8"), "before");
	});

	it("aren't retried if the reason is permanent", async () => {
		for (const code of ["ENOSPC", "EROFS", "ENOTDIR"]) {
			const { count } = refuse("rename", code, () => true);
			await assert.rejects(writeAtomically(file, "text"), { code });
			assert.equal(count(), 1, code);
			restoreFiles();
		}
	});
});

describe("samples whose open file can't be replaced", function () {
	this.timeout(slowMachine);
	let root: string;

	beforeEach(() => {
		root = mkdtempSync(path.join(os.tmpdir(), "coder-deployment-files-"));
	});
	afterEach(() => {
		restoreFiles();
		rmSync(root, { recursive: true });
	});

	const full = async (): Promise<{ samples: Samples; file: string; problems: string[] }> => {
		const problems: string[] = [];
		const limits = { ...sampleLimits, bytes: 40_000 };
		const report = (problem: string): unknown => problems.push(problem);
		const samples = new Samples(root, report, () => start, limits);
		await samples.record(key, sampleAt(start - 10_000), true, true);
		const file = path.join(root, readdirSync(root)[0] ?? "");
		const many = samplesBetween(start - 3_600_000, start - 20_000, 5000);
		writeFileSync(file, many.map(sampleLine).join(""));
		return { samples, file, problems };
	};

	it("are compacted anyway, and leave no other file behind", async () => {
		const { samples, file, problems } = await full();
		likeWindows();
		await samples.record(key, sampleAt(start), true, true);
		await samples.record(key, sampleAt(start + 1), true, true);
		assert.deepEqual(problems, []);
		assert.ok(readFileSync(file).length <= 20_000 + 500, "it has at most half of the limit");
		assert.deepEqual(readdirSync(root), [path.basename(file)]);
		assert.ok((await samples.all(key)).some(({ at }) => at === start + 1));
	});

	it("are compacted on disks without hard links, too", async () => {
		const { samples, file, problems } = await full();
		refuse("link", "ENOTSUP", () => true);
		await samples.record(key, sampleAt(start), true, true);
		await samples.record(key, sampleAt(start + 1), true, true);
		assert.deepEqual(problems, []);
		assert.ok(readFileSync(file).length <= 20_000 + 500);
		assert.deepEqual(readdirSync(root), [path.basename(file)]);
	});
});
