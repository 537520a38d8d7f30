import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { accepted } from "../../scripts/bench/accepted.ts";
import type { Figure } from "../../scripts/bench/figure.ts";
import { plainTable } from "../../scripts/bench/report.ts";
import { runFigures } from "../../scripts/bench/runFigures.ts";

describe("the benchmark's short run", () => {
	let folder: string;
	let figures: readonly Figure[];

	before(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "coder-bench-"));
		figures = await runFigures({ folder, small: true, peer: undefined, only: [] });
		console.log(plainTable(figures));
	});
	after(() => rm(folder, { recursive: true, force: true }));

	it("measures every figure", () => {
		for (const { name, ours, base, goal, reached } of figures) {
			assert.ok(Number.isFinite(reached), name);
			assert.ok(ours.low <= ours.median && ours.median <= ours.high, name);
			assert.ok(base !== undefined || goal.kind === "most", name);
		}
		assert.equal(new Set(figures.map(({ name }) => name)).size, figures.length);
	});

	it("meets the targets for bytes and counts", () => {
		// Times are only measured in the full run, on an idle machine.
		const most = ({ name, goal }: Figure): number => accepted[name] ?? goal.most;
		const missed = figures.filter((one) => one.unit !== "ms" && one.reached > most(one));
		assert.deepEqual(
			missed.map((one) => `${one.name}: ${one.reached}, not ${most(one)}`),
			[],
		);
	});
});
