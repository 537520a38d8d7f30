import assert from "node:assert/strict";
import {
	appendFileSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import path from "node:path";
import { readSampleLines, sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { sampleLimits } from "../../../src/core/statistics/sampleLimits.ts";
import { Samples } from "../../../src/core/statistics/samples.ts";
import { keptMs } from "../../../src/core/statistics/thin.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { sampleAt, samplesBetween, temporaryFolder } from "../../unit/statistics/made.ts";

const key = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";
const start = Date.parse("2026-03-05T10:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;

/** Opens a window's samples in a folder, and collects its reports; its clock can be set. */
function open(root: string, now = start, limits = sampleLimits) {
	const problems: string[] = [];
	const clock = { now };
	const samples = new Samples(
		root,
		(problem) => problems.push(problem),
		() => clock.now,
		limits,
	);
	const times = async (): Promise<number[]> => (await samples.all(key)).map(({ at }) => at);
	const record = (at: number, onDisk = true, clockIsRight = true): Promise<void> =>
		samples.record(key, sampleAt(at), onDisk, clockIsRight);
	return { samples, problems, clock, times, record };
}

const fileIn = (root: string): string => path.join(root, readdirSync(root)[0] ?? "none");

describe("stored samples", function () {
	this.timeout(slowMachine);

	it("are stored once, in order, and available in another window", async () => {
		const root = temporaryFolder();
		const { record, times, samples } = open(root);
		for (const at of [3, 1, 2, 3]) await record(start + at);
		assert.deepEqual(await times(), [start + 1, start + 2, start + 3]);
		assert.deepEqual(
			samples.recent(key).map(({ at }) => at),
			[start + 1, start + 2, start + 3],
		);
		assert.deepEqual(await open(root).times(), await times());
		assert.equal(readdirSync(root).length, 1);
	});

	it("are none of a deployment that none were recorded of", () => {
		const { samples } = open(temporaryFolder());
		assert.deepEqual(samples.recent("another"), []);
		assert.deepEqual(samples.seats("another"), []);
	});

	it("are deleted with everything that was set aside", async () => {
		const root = temporaryFolder();
		const { record, samples } = open(root);
		await record(start);
		const file = fileIn(root);
		for (const end of [".damaged", ".lock"]) writeFileSync(file + end, "");
		await samples.clear(key);
		assert.deepEqual(readdirSync(root), []);
		assert.deepEqual(samples.recent(key), []);
		assert.deepEqual(await samples.all(key), []);
	});

	it("cause no event after they are disposed of", async () => {
		const { record, samples } = open(temporaryFolder());
		const keys: string[] = [];
		samples.onDidChange((changed) => keys.push(changed));
		await record(start);
		samples.dispose();
		await record(start + minute);
		assert.deepEqual(keys, [key]);
	});

	it("expire once a day at most, and only if the clock is right", async () => {
		const root = temporaryFolder();
		const { record, clock } = open(root);
		const sizes = (): number => readSampleLines(readFileSync(fileIn(root), "utf8")).length;
		await record(start);
		clock.now = start + keptMs + day;
		await record(clock.now, true, false);
		assert.equal(sizes(), 2, "the clock may be wrong");
		await record(clock.now + 1);
		assert.equal(sizes(), 2, "the first one expired");
		appendFileSync(fileIn(root), sampleLine(sampleAt(start)));
		await record(clock.now + 2);
		assert.equal(sizes(), 4, "it was looked for today");
	});

	it("aren't written again by another window with the same data", async () => {
		const root = temporaryFolder();
		await open(root).record(start);
		const { size } = statSync(fileIn(root));
		await open(root).record(start);
		assert.equal(statSync(fileIn(root)).size, size);
	});

	it("reach a window that recorded nothing itself with the next sample", async () => {
		const root = temporaryFolder();
		const [one, two] = [open(root), open(root)];
		await two.record(start);
		await one.record(start + 1);
		await one.record(start + 2);
		await two.record(start + 2);
		assert.equal(two.samples.recent(key).length, 3);
	});

	it("are only in memory if configured", async () => {
		const root = temporaryFolder();
		const { record, times, samples } = open(root);
		await record(start, false);
		assert.deepEqual(readdirSync(root), []);
		assert.deepEqual(await times(), [start]);
		assert.equal(samples.recent(key).length, 1);
	});

	it("notify listeners", async () => {
		const { record, samples } = open(temporaryFolder());
		const changedKeys: string[] = [];
		samples.onDidChange((changed) => changedKeys.push(changed));
		await record(start);
		await samples.clear(key);
		assert.deepEqual(changedKeys, [key, key]);
	});

	it("of the last six hours are in memory, however many are in the file", async () => {
		const root = temporaryFolder();
		const first = open(root);
		await first.record(start - 10 * day);
		const many = samplesBetween(start - 3 * day, start - 30_000, 30_000);
		appendFileSync(fileIn(root), many.map(sampleLine).join(""));
		const { record, samples } = open(root);
		await record(start);
		const recent = samples.recent(key);
		assert.equal(recent.length, 721);
		assert.equal(recent[0]?.at, start - 6 * 60 * minute);
	});

	it("write nowhere else, whatever a server calls itself", async () => {
		const root = path.join(temporaryFolder(), "inside");
		const { samples } = open(root);
		for (const evil of ["../../evil", "/etc/evil", "..", "a\0b", "C:\\evil", "x".repeat(5000)]) {
			await samples.record(evil, sampleAt(start), true);
			assert.equal((await samples.all(evil)).length, 1);
		}
		assert.deepEqual(readdirSync(path.dirname(root)), ["inside"]);
	});

	describe("when old", () => {
		it("are deleted after 30 days, from view and from the disk", async () => {
			const root = temporaryFolder();
			const { record } = open(root);
			for (const at of [start, start + day, start + 10 * day]) await record(at);
			const later = open(root, start + keptMs + 2 * day);
			assert.deepEqual(await later.times(), [start + 10 * day]);
			await later.record(start + keptMs + 2 * day);
			const text = readFileSync(fileIn(root), "utf8");
			assert.equal(text.includes(String(start)), false);
			assert.equal(text.includes(String(start + 10 * day)), true);
		});

		it("are deleted even if their deployment is no longer shown", async () => {
			const root = temporaryFolder();
			await open(root).record(start);
			writeFileSync(path.join(root, "notes.txt"), "mine");
			for (const name of readdirSync(root)) utimesSync(path.join(root, name), 0, 0);
			await open(root, start).samples.record("another", sampleAt(start), false, true);
			assert.deepEqual(readdirSync(root), ["notes.txt"]);
		});

		it("are reduced to one in five minutes, of which 30 days fit", async () => {
			const root = temporaryFolder();
			const { record, times } = open(root);
			await record(start - keptMs + minute);
			const file = fileIn(root);
			// More than the limit, written by two windows that don't know of each other.
			const all = samplesBetween(start - keptMs + 2 * minute, start - 30_000, 30_000);
			const text = all.map(sampleLine).join("");
			appendFileSync(file, text);
			const before = statSync(file).size;
			await record(start);
			await record(start + 1);
			const { size } = statSync(file);
			console.log(`      30 days at 30 s: ${before} bytes, compacted ${size} bytes`);
			assert.ok(size < sampleLimits.bytes / 2);
			const kept = await times();
			assert.equal(kept.filter((at) => at >= start - 2 * day).length, 2 * 2880 + 2);
			const old = kept.filter((at) => at < start - 2 * day);
			assert.ok(Math.abs(old.length - 28 * 288) <= 2, String(old.length));
		});

		it("are deleted before 30 days if there are too many", async () => {
			const root = temporaryFolder();
			const { record, times } = open(root, start, { ...sampleLimits, bytes: 10_000 });
			for (let index = 0; index < 200; index++) await record(start + index);
			assert.ok(statSync(fileIn(root)).size <= 10_200);
			const kept = await times();
			assert.equal(kept.at(-1), start + 199);
			assert.ok(kept.length > 30);
		});
	});

	describe("with a damaged file", () => {
		async function five(): Promise<{ root: string; file: string }> {
			const root = temporaryFolder();
			const { record } = open(root);
			for (let index = 0; index < 5; index++) await record(start + index);
			return { root, file: fileIn(root) };
		}

		it("are complete except for the last one if the end was cut off, and continue", async () => {
			const { root, file } = await five();
			truncateSync(file, statSync(file).size - 20);
			const { record, times, problems } = open(root);
			assert.deepEqual(
				await times(),
				[0, 1, 2, 3].map((index) => start + index),
			);
			await record(start + 9);
			assert.deepEqual(
				await times(),
				[0, 1, 2, 3, 9].map((index) => start + index),
			);
			assert.deepEqual(problems, []);
		});

		it("are complete if zeros follow, as after a power failure", async () => {
			const { root, file } = await five();
			appendFileSync(file, Buffer.alloc(4096));
			const { record, times } = open(root);
			await record(start + 9);
			assert.equal((await times()).length, 6);
		});

		for (const [what, content] of [
			["is something else", "hello\n"],
			["is zeros and a line", `${"\0".repeat(300_000)}\n`],
		] as const) {
			it(`start over if it ${what}, and the file is set aside and reported`, async () => {
				const { root, file } = await five();
				writeFileSync(file, content);
				const { record, times, problems } = open(root);
				await record(start + 9);
				assert.deepEqual(await times(), [start + 9]);
				assert.equal(problems.length, 1);
				assert.ok(problems[0]?.includes(`${file}.damaged`), problems[0]);
				assert.equal(readFileSync(`${file}.damaged`, "utf8"), content);
			});
		}

		it("survive a stale lock, once it is a minute old", async () => {
			const { root, file } = await five();
			writeFileSync(`${file}.lock`, "");
			const tight = open(root, start, { ...sampleLimits, bytes: 100 });
			await tight.record(start + 6);
			const { size } = statSync(file);
			utimesSync(`${file}.lock`, 0, 0);
			await tight.record(start + 7);
			await tight.record(start + 8);
			assert.ok(statSync(file).size < size);
			assert.deepEqual(
				readdirSync(root).filter((name) => name.endsWith(".lock")),
				[],
			);
		});
	});

	describe("on a read-only disk", () => {
		it("are in memory, which is reported once", async () => {
			const folder = temporaryFolder();
			const root = path.join(folder, "file");
			writeFileSync(root, "");
			const { record, times, problems, samples } = open(root);
			for (const at of [1, 2, 3]) await record(start + at);
			assert.deepEqual(await times(), [start + 1, start + 2, start + 3]);
			assert.equal(samples.recent(key).length, 3);
			assert.equal(problems.length, 1);
			assert.match(problems[0] ?? "", /^Statistics can't be stored in /);
		});

		it("are written later when possible", async () => {
			const folder = temporaryFolder();
			const root = path.join(folder, "root");
			writeFileSync(root, "");
			const { record } = open(root);
			for (const at of [1, 2]) await record(start + at);
			renameSync(root, path.join(folder, "away"));
			await record(start + 3);
			assert.deepEqual(await open(root).times(), [start + 1, start + 2, start + 3]);
		});
	});

	describe("when cleared", () => {
		it("are deleted for one deployment and no other", async () => {
			const root = temporaryFolder();
			const { record, samples, times } = open(root);
			await record(start);
			await samples.record("other", sampleAt(start), true);
			await samples.clear(key);
			assert.deepEqual(await times(), []);
			assert.deepEqual(samples.recent(key), []);
			assert.equal((await samples.all("other")).length, 1);
			await record(start + 1);
			assert.deepEqual(await times(), [start + 1]);
		});

		it("are deleted for all, including those that this window doesn't know", async () => {
			const root = temporaryFolder();
			await open(root).record(start);
			mkdirSync(path.join(root, "folder"));
			writeFileSync(path.join(root, "notes.txt"), "mine");
			await open(root).samples.clearAll();
			assert.deepEqual(readdirSync(root).sort(), ["folder", "notes.txt"]);
		});
	});
});
