import assert from "node:assert/strict";
import { readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sampleLimits } from "../../../src/core/statistics/sampleLimits.ts";
import { sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { Samples } from "../../../src/core/statistics/samples.ts";
import { trendOf } from "../../../src/core/statistics/trend.ts";
import { samplesUpTo, statsContent } from "../../../src/ui/statistics/statsContent.ts";
import { sampleAt, samplesBetween, temporaryFolder } from "../../unit/statistics/made.ts";

const key = "0d3cd1a5-0a6b-4e0e-9c66-3a4b8e2f7c11";
const start = Date.parse("2026-03-05T10:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;
const year = 365 * day;

function open(root: string, now = start, limits = sampleLimits) {
	const problems: string[] = [];
	const samples = new Samples(
		root,
		(problem) => problems.push(problem),
		() => now,
		limits,
	);
	const times = async (): Promise<number[]> => (await samples.all(key)).map(({ at }) => at);
	return { samples, problems, times };
}

const textOf = (root: string): string =>
	readdirSync(root)
		.map((name) => readFileSync(path.join(root, name), "utf8"))
		.join("\n");

describe("samples from a clock that was ahead", () => {
	for (const ahead of [6 * minute, 3 * 60 * minute, 40 * day, year]) {
		it(`by ${ahead / minute} minutes aren't shown before their time`, async () => {
			const root = temporaryFolder();
			await open(root, start + ahead).samples.record(key, sampleAt(start + ahead), true, false);
			const { samples, times } = open(root);
			await samples.record(key, sampleAt(start), true, true);
			assert.deepEqual(await times(), [start]);
			assert.deepEqual(
				samples.recent(key).map(({ at }) => at),
				[start],
			);
		});
	}

	it("may be ahead by a few minutes, because of the server's clock", async () => {
		const { samples, times } = open(temporaryFolder());
		await samples.record(key, sampleAt(start + 4 * minute), true, true);
		assert.deepEqual(await times(), [start + 4 * minute]);
	});

	it("don't extend the axis, become the newest, or appear in trends and CSV", () => {
		const samples = [
			sampleAt(start - minute),
			sampleAt(start - 30_000),
			sampleAt(start + year, { "workspaces.running": 1e9 }),
		];
		const content = statsContent(undefined, samples, "1h", true, start);
		assert.equal(content.to, start);
		assert.equal(content.from, start - 60 * minute);
		assert.equal(content.newest, start - 30_000);
		assert.equal(samplesUpTo(samples, start).length, 2);
		const trend = trendOf(samples, "workspaces.running", start);
		assert.ok(trend && !trend.words.includes("1,000,000,000"));
	});

	it("delete nothing, neither after a start far ahead nor when the clock jumps", async () => {
		const root = temporaryFolder();
		const now = open(root);
		for (const sample of samplesBetween(start - 10 * day, start, day)) {
			await now.samples.record(key, sample, true, true);
		}
		const before = await now.times();
		const file = path.join(root, readdirSync(root)[0] ?? "");
		utimesSync(file, start / 1000, start / 1000);
		const ahead = open(root, start + 100 * day);
		assert.deepEqual(await ahead.times(), []);
		await ahead.samples.record(key, sampleAt(start + 100 * day), true, false);
		await ahead.samples.record(key, sampleAt(start + 100 * day + 1), true, false);
		assert.deepEqual(await open(root).times(), before);
	});

	it("delete nothing because of its age when the file becomes too large", async () => {
		const root = temporaryFolder();
		const limits = { ...sampleLimits, bytes: 200_000 };
		const old = samplesBetween(start - 10 * day, start - 9 * day, 5 * minute);
		const first = open(root, start, limits);
		for (const sample of old.slice(0, 1)) await first.samples.record(key, sample, true, true);
		const file = path.join(root, readdirSync(root)[0] ?? "");
		const filler = Array.from({ length: 8 }, () => old.map(sampleLine).join(""));
		writeFileSync(file, filler.join(""));
		const ahead = open(root, start + 100 * day, limits);
		for (const at of [0, 1]) {
			await ahead.samples.record(key, sampleAt(start + 100 * day + at), true, false);
		}
		assert.ok(textOf(root).length < limits.bytes, "it was compacted");
		assert.deepEqual(
			await open(root).times(),
			old.map(({ at }) => at),
		);
	});

	it("are deleted once the clock is known to be right", async () => {
		const root = temporaryFolder();
		await open(root, start + year).samples.record(key, sampleAt(start + year), true, false);
		const right = open(root, start, { ...sampleLimits, bytes: 10 });
		await right.samples.record(key, sampleAt(start), true, true);
		await right.samples.record(key, sampleAt(start + 1), true, true);
		await right.samples.record(key, sampleAt(start + 2), true, true);
		assert.equal(textOf(root).includes(String(start + year)), false);
	});
});
