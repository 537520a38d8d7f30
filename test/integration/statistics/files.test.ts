import assert from "node:assert/strict";
import { appendFileSync, renameSync, writeFileSync } from "node:fs";
import {
	appendFile,
	readFile,
	readdir,
	rename,
	rm,
	stat,
	utimes,
	writeFile,
} from "node:fs/promises";
import path from "node:path";
import { compactFile } from "../../../src/core/statistics/compactFile.ts";
import type { Sample } from "../../../src/core/statistics/sample.ts";
import {
	append,
	isSameFile,
	readFrom,
	readOn,
	readStart,
} from "../../../src/core/statistics/sampleFile.ts";
import { readSampleLines, sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { sampleAt, temporaryFolder } from "../../unit/statistics/made.ts";

let count = 0;

describe("a file that several windows append to", () => {
	const folder = temporaryFolder();
	let file: string;

	beforeEach(() => {
		file = path.join(folder, String(++count));
	});

	it("is empty as long as it doesn't exist", async () => {
		assert.equal(await readOn(file, undefined, 10), undefined);
		assert.equal(await readStart(file, 10), "");
		assert.equal((await readFrom(file, 0)).length, 0);
	});

	it("fails as the disk does", async () => {
		for (const read of [readOn(folder, undefined, 10), readStart(folder, 10), readFrom(folder, 0)])
			await assert.rejects(read, { code: "EISDIR" });
		await assert.rejects(append(folder, "a"), { code: "EISDIR" });
	});

	it("is read on from where it was read to, up to the last line break", async () => {
		await append(file, "one\ntwo\nthr");
		const first = await readOn(file, undefined, 1000);
		assert.equal(first?.text, "one\ntwo\n");
		assert.equal(first.position.offset, 8);
		assert.equal((await readOn(file, first.position, 1000))?.text, "");
		await append(file, "ee\nfour\nf");
		const second = await readOn(file, first.position, 1000);
		assert.equal(second?.text, "three\nfour\n");
		assert.equal(second.position.offset, 19);
		assert.equal((await readFile(file)).length, 20);
	});

	it("is read from its end at first, and after it was replaced or became shorter", async () => {
		await append(file, "one\ntwo\nthree\n");
		const first = await readOn(file, undefined, 6);
		assert.equal(first?.text, "three\n");
		const whole = { ...first.position, offset: 14 };
		assert.equal((await readOn(file, whole, 6))?.text, "", "nothing is new");
		assert.equal((await readOn(file, { ...whole, offset: 15 }, 6))?.text, "three\n");
		assert.equal((await readOn(file, { ...whole, ino: whole.ino + 1n }, 6))?.text, "three\n");
		await rename(file, `${file}.old`);
		await append(file, "other\n");
		assert.equal((await readOn(file, { ...whole, offset: 0 }, 1000))?.text, "other\n");
	});

	it("is read in parts", async () => {
		await append(file, "one\ntwo\n");
		assert.equal(await readStart(file, 3), "one");
		assert.equal(await readStart(file, 1000), "one\ntwo\n");
		assert.equal((await readFrom(file, 4)).toString(), "two\n");
		assert.equal((await readFrom(file, 8)).length, 0);
		assert.equal((await readFrom(file, 9)).length, 0);
	});

	it("is recognized under two names", async () => {
		await append(file, "a");
		await append(`${file}.other`, "a");
		assert.equal(await isSameFile(file, file), true);
		assert.equal(await isSameFile(file, `${file}.other`), false);
		assert.equal(await isSameFile(file, `${file}.missing`), false);
		assert.equal(await isSameFile(`${file}.missing`, file), false);
		assert.equal(await isSameFile(`${file}.missing`, `${file}.missing`), false);
	});
});

describe("a compacted log", () => {
	const folder = temporaryFolder();
	const limits = { bytes: 4000, abandonedMs: 60_000 };
	const all = (samples: readonly Sample[]): readonly Sample[] => samples;
	const samples = [3, 1, 2].map((at) => sampleAt(at, { p50: at }));
	let file: string;

	beforeEach(async () => {
		file = path.join(folder, String(++count));
		await writeFile(file, `damaged\n${samples.map(sampleLine).join("")}`);
	});

	const times = async (): Promise<number[]> =>
		readSampleLines(await readFile(file, "utf8")).map(({ at }) => at);
	/** Returns the names of files that were left over. */
	const left = async (): Promise<string[]> =>
		(await readdir(folder)).filter((name) => name.startsWith(`${path.basename(file)}.`));

	it("contains each kept sample once, oldest first, and nothing else", async () => {
		await appendFile(file, sampleLine(sampleAt(1, { p50: 1 })));
		await compactFile(file, (kept) => kept.slice(0, 2), limits);
		const [one, two] = [1, 2].map((at) => sampleLine(sampleAt(at, { p50: at })));
		assert.equal(await readFile(file, "utf8"), `${one ?? ""}${two ?? ""}`);
		assert.deepEqual(await left(), []);
	});

	it("uses at most half of the bytes, for the newest samples", async () => {
		const size = Buffer.byteLength(sampleLine(sampleAt(1, { p50: 1 })));
		await compactFile(file, all, { ...limits, bytes: 4 * size });
		assert.deepEqual(await times(), [2, 3]);
		await compactFile(file, all, { ...limits, bytes: 4 * size - 1 });
		assert.deepEqual(await times(), [3]);
	});

	it("contains what another window appended meanwhile", async () => {
		await compactFile(
			file,
			(kept) => {
				appendFileSync(file, sampleLine(sampleAt(4, { p50: 4 })));
				return kept.slice(-1);
			},
			limits,
		);
		assert.deepEqual(await times(), [3, 4]);
		assert.deepEqual(await left(), []);
	});

	it("isn't written if another window replaced it meanwhile", async () => {
		const theirs = sampleLine(sampleAt(9, { p50: 9 }));
		await compactFile(
			file,
			(kept) => {
				renameSync(file, `${file}.theirs`);
				writeFileSync(file, theirs);
				return kept;
			},
			limits,
		);
		assert.equal(await readFile(file, "utf8"), theirs);
		assert.deepEqual(await left(), [`${path.basename(file)}.theirs`]);
	});

	it("is left to the window that holds the lock, unless it was abandoned", async () => {
		const lock = `${file}.lock`;
		const hold = async (ageMs: number): Promise<void> => {
			await writeFile(lock, "");
			const then = new Date(Date.now() - ageMs);
			await utimes(lock, then, then);
		};
		const before = await readFile(file, "utf8");
		for (const age of [0, 50_000, -50_000]) {
			await hold(age);
			await compactFile(file, all, limits);
			assert.equal(await readFile(file, "utf8"), before);
			assert.ok(await stat(lock));
		}
		for (const age of [70_000, -70_000]) {
			await hold(age);
			await compactFile(file, all, limits);
			assert.deepEqual(await times(), [1, 2, 3]);
			assert.deepEqual(await left(), []);
		}
	});

	it("fails without a trace if there is no file or no folder", async () => {
		await rm(file);
		await assert.rejects(compactFile(file, all, limits), { code: "ENOENT" });
		assert.deepEqual(await left(), []);
		await assert.rejects(compactFile(path.join(folder, "none", "a"), all, limits), {
			code: "ENOENT",
		});
	});
});
