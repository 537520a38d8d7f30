import assert from "node:assert/strict";
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { Samples } from "../../src/core/statistics/samples.ts";
import { bundled } from "../support/bundled.ts";
import { temporaryFolder } from "../unit/statistics/made.ts";

const key = "harbour";
const start = Date.parse("2026-03-05T10:00:00Z");
/** Number of processes that are killed. */
const kills = 100;

let script: string;

type Writer = ChildProcessByStdio<null, Readable, null>;

function writer(root: string, ...args: readonly number[]): Writer {
	return spawn(process.execPath, [script, root, key, ...args.map(String)], {
		stdio: ["ignore", "pipe", "inherit"],
	});
}

/** Returns the times of the samples that a writer reported as stored. */
function recordedBy({ stdout }: Writer): number[] {
	const times: number[] = [];
	let rest = "";
	stdout.setEncoding("utf8").on("data", (text: string) => {
		const lines = (rest + text).split("\n");
		rest = lines.pop() ?? "";
		times.push(...lines.map(Number));
	});
	return times;
}

async function kept(root: string): Promise<Set<number>> {
	const problems: string[] = [];
	const samples = new Samples(
		root,
		(problem) => problems.push(problem),
		() => start + 1e8,
	);
	const times = (await samples.all(key)).map(({ at }) => at);
	assert.deepEqual(problems, []);
	return new Set(times);
}

describe("samples with several processes", () => {
	before(async () => {
		script = await bundled(
			path.join(import.meta.dirname, "../integration/statistics/writer.ts"),
			temporaryFolder(),
		);
	});

	it("keep everything that was stored, however often a window is killed while it writes", async function () {
		this.timeout(300_000);
		const root = temporaryFolder();
		let compacted = 0;
		for (let round = 0; round < kills; round++) {
			const child = writer(root, start + round * 100_000, 1, 20);
			const times = recordedBy(child);
			// Some rounds are long enough to compact what they wrote themselves.
			while (times.length <= (round * 7) % 60) await once(child.stdout, "data");
			// Between two of the next writes, or in the middle of one.
			await new Promise((resolve) => setTimeout(resolve, round % 4));
			child.kill("SIGKILL");
			await once(child, "close");
			const there = await kept(root);
			const oldest = Math.min(...there);
			compacted += times.some((at) => at < oldest) ? 1 : 0;
			// Everything that compacting removed is older than what is left.
			const lost = times.filter((at) => at >= oldest && !there.has(at));
			assert.deepEqual(lost, [], `round ${round}`);
			assert.ok(there.has(times.at(-1) ?? assert.fail("nothing was kept")));
		}
		console.log(`      ${kills} kills, ${compacted} of them after the log was compacted`);
		assert.ok(compacted > 0);
	});

	it("keep everything when two windows write and compact at the same time", async function () {
		this.timeout(120_000);
		const root = temporaryFolder();
		const each = 400;
		const children = [0, 1].map((which) => writer(root, start + which, 2, 60_000, each));
		const times = children.map(recordedBy);
		await Promise.all(children.map((child) => once(child, "close")));
		assert.deepEqual(
			times.map(({ length }) => length),
			[each, each],
		);
		const there = await kept(root);
		const oldest = Math.min(...there);
		const lost = times.flat().filter((at) => at >= oldest && !there.has(at));
		assert.deepEqual(lost, []);
		assert.ok(there.size < 2 * each, "it was compacted meanwhile");
		assert.deepEqual(
			readdirSync(root).filter((name) => !name.endsWith(".log")),
			[],
		);
	});
});
