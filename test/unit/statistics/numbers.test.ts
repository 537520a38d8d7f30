import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { DeploymentStats } from "../../../src/core/coder/model.ts";
import { plotsOf } from "../../../src/core/statistics/plots.ts";
import { defaultIntervalMs, sampleOf, type Sample } from "../../../src/core/statistics/sample.ts";
import { seatGrowth, seatSamples } from "../../../src/core/statistics/seatSamples.ts";
import { coarseMs, fineMs, isOfNow, keptMs, thin } from "../../../src/core/statistics/thin.ts";
import { trendOf } from "../../../src/core/statistics/trend.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";
import { sampleAt } from "./made.ts";

const now = Date.parse("2026-03-05T10:00:00Z");
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const skew = 5 * minute;

const at = (samples: readonly Sample[]) => samples.map((sample) => sample.at);
const words = (trend: { words: string } | undefined) => trend && plainSpaces(trend.words);

describe("the numbers of a response", () => {
	const stats = {
		collectedAt: now,
		nextUpdateAt: now + 45_000,
		workspaces: [
			{ name: "running", count: 3 },
			{ name: "x".repeat(80), count: 4 },
			{ name: "x".repeat(81), count: 5 },
		],
		sessions: [{ name: "vscode", count: 7 }],
		latencyP50Ms: 12,
		latencyP95Ms: 34,
		rxBytes: 1000,
		txBytes: 2000,
	} as unknown as DeploymentStats;

	it("have names, without any that is too long", () => {
		assert.deepEqual(sampleOf(stats, now, [["seats.user_limit", 9]]), {
			at: now,
			id: now,
			intervalMs: 45_000,
			values: {
				"workspaces.running": 3,
				[`workspaces.${"x".repeat(80)}`]: 4,
				p50: 12,
				p95: 34,
				rx: 1000,
				tx: 2000,
				"sessions.vscode": 7,
				"seats.user_limit": 9,
			},
		});
	});

	it("are at most 60 of a kind", () => {
		const many = Array.from({ length: 61 }, (_unused, index) => ({ name: `s${index}`, count: 1 }));
		const { values } = sampleOf({ ...stats, sessions: many }, now);
		assert.equal(Object.keys(values).filter((name) => name.startsWith("sessions.")).length, 60);
	});

	it("have the server's time, unless its clock is wrong", () => {
		assert.equal(sampleOf(stats, now + skew).at, now);
		assert.equal(sampleOf(stats, now - skew).at, now);
		assert.equal(sampleOf(stats, now + skew + 1).at, now + skew + 1);
		assert.equal(sampleOf(stats, now + skew + 1).id, now);
	});

	it("have the usual interval if the server says none, or nonsense", () => {
		const { collectedAt: _c, nextUpdateAt: _n, ...rest } = stats;
		const without = sampleOf(rest, now);
		assert.deepEqual([without.at, without.id, without.intervalMs], [now, now, defaultIntervalMs]);
		for (const nextUpdateAt of [now, now - 1]) {
			const sample = sampleOf({ ...stats, nextUpdateAt }, now);
			assert.equal(sample.intervalMs, defaultIntervalMs);
		}
	});
});

describe("thinned samples", () => {
	it("are all of two days, and before that the last of each five minutes", () => {
		const start = now - fineMs - (now % coarseMs);
		const old = [0, 1, 4, 5, 6, 9, 12].map((minutes) =>
			sampleAt(start - 20 * minute + minutes * minute),
		);
		const fine = [sampleAt(now - fineMs), sampleAt(now - fineMs + 1), sampleAt(now)];
		const kept = at(thin([...old, ...fine], now)).map((moment) => (moment - start) / minute + 20);
		assert.deepEqual(kept.slice(0, 3), [4, 9, 12]);
		assert.equal(kept.length, 6);
	});

	it("are none that expired, or that a clock dated to the future", () => {
		assert.ok(isOfNow(now - keptMs, now));
		assert.ok(!isOfNow(now - keptMs - 1, now));
		assert.ok(isOfNow(now + skew, now));
		assert.ok(!isOfNow(now + skew + 1, now));
		const samples = [now - keptMs - 1, now, now + skew + 1].map((moment) => sampleAt(moment));
		assert.deepEqual(at(thin(samples, now)), [now]);
	});
});

describe("a trend", () => {
	const samples = (name: string, ...numbers: readonly number[]) =>
		numbers.map((number, index) =>
			sampleAt(now - (numbers.length - 1 - index) * minute, { [name]: number }),
		);

	it("has the unit of its number", () => {
		assert.equal(words(trendOf(samples("p50", 12, 34), "p50", now)), "Last minute: 12 ms–34 ms");
		assert.equal(words(trendOf(samples("p95", 12, 34), "p95", now)), "Last minute: 12 ms–34 ms");
		assert.equal(words(trendOf(samples("rx", 1000, 5000), "rx", now)), "Last minute: 1 kB–5 kB");
		assert.equal(words(trendOf(samples("tx", 1000, 5000), "tx", now)), "Last minute: 1 kB–5 kB");
		assert.equal(words(trendOf(samples("seats.a", 1, 5), "seats.a", now)), "Last minute: 1–5");
	});

	it("is that of a sum, for workspaces and sessions", () => {
		const both = [
			sampleAt(now - minute, { "workspaces.a": 1, "workspaces.b": 2, "sessions.c": 9 }),
			sampleAt(now, { "workspaces.a": 4, "sessions.c": 8 }),
		];
		assert.equal(words(trendOf(both, "workspaces", now)), "Last minute: 3–4");
		assert.equal(words(trendOf(both, "sessions", now)), "Last minute: 8–9");
		assert.equal(trendOf(samples("p50", 1, 2), "workspaces", now), undefined);
	});

	it("needs two numbers of the last three hours, none of them in the future", () => {
		const pair = (one: number, other: number) =>
			trendOf([sampleAt(one, { p50: 1 }), sampleAt(other, { p50: 2 })], "p50", now);
		assert.ok(pair(now - 3 * hour, now));
		assert.equal(pair(now - 3 * hour - 1, now), undefined);
		assert.ok(pair(now, now + skew));
		assert.equal(pair(now, now + skew + 1), undefined);
		assert.equal(trendOf([sampleAt(now, { p50: 1 })], "p50", now), undefined);
	});

	it("draws the highest number of each block, with gaps", () => {
		const drawn = [180, 179, 5, 0].map((minutes, index) =>
			sampleAt(now - minutes * minute, { p50: [1, 8, 4, 2][index] ?? 0 }),
		);
		const line = trendOf(drawn, "p50", now)?.line ?? "";
		assert.equal(line.length, 36);
		assert.equal(line[0], "█");
	});
});

describe("the growth of seats", () => {
	const seats = (...numbers: readonly (readonly [days: number, number: number])[]) =>
		numbers.map(([days, number]) => sampleAt(now - days * day, { "seats.user_limit": number }));

	it("is from the first number to the last", () => {
		const growth = seatGrowth(seats([30, 10], [15, 40], [0, 25]), "seats.user_limit", now);
		assert.equal(words(growth), "Last 30 days: from 10 to 25");
		assert.equal(growth?.line.length, 30);
		assert.equal(growth.line.indexOf("█"), 15);
	});

	it("is none if they're the same", () => {
		const growth = seatGrowth(seats([1, 10], [0, 10]), "seats.user_limit", now);
		assert.equal(words(growth), "Last 1 day: 10, as before");
	});

	it("needs a day, and ignores the future", () => {
		const name = "seats.user_limit";
		assert.equal(seatGrowth(seats([0.99, 1], [0, 2]), name, now), undefined);
		assert.equal(seatGrowth([], name, now), undefined);
		const future = sampleAt(now + skew + 1, { [name]: 9 });
		assert.equal(seatGrowth([...seats([0.5, 1]), future], name, now), undefined);
		const soon = sampleAt(now + skew, { [name]: 9 });
		assert.equal(words(seatGrowth([...seats([1, 1]), soon], name, now)), "Last 1 day: from 1 to 9");
	});

	it("is stored once in six hours, without other numbers", () => {
		const samples = [0, 1, 5.9, 6, 13].map((hours) =>
			sampleAt(Date.parse("2026-03-05T00:00:00Z") + hours * hour, {
				"seats.user_limit": hours,
				p50: 1,
			}),
		);
		const other = sampleAt(now, { p50: 1 });
		assert.deepEqual(
			seatSamples([...samples, other]).map(({ values }) => values),
			[{ "seats.user_limit": 5.9 }, { "seats.user_limit": 6 }, { "seats.user_limit": 13 }],
		);
	});
});

describe("the plots", () => {
	it("have names, units, thresholds, and the newest numbers", () => {
		const values = {
			"workspaces.running": 1,
			p50: 2,
			p95: 3,
			rx: 4,
			tx: 5,
			"sessions.vscode": 6,
			"seats.user_limit": 7,
		};
		const { plots, stepMs } = plotsOf(
			[sampleAt(now - minute, values), sampleAt(now, values)],
			9,
			now,
		);
		assert.equal(stepMs, undefined);
		assert.deepEqual(
			plots.map(({ id, title, unit, thresholds, series }) => [
				id,
				title,
				unit,
				thresholds.map((one) => `${one.label} from ${one.at}`).join(),
				series.map(({ name, label, newest }) => `${name}: ${label} ${String(newest)}`).join(),
			]),
			[
				["workspaces", "Workspaces", "count", "", "running: Running 1"],
				[
					"latency",
					"Connection latency",
					"latency",
					"slow from 150,very slow from 300",
					"p50: P50 2,p95: P95 3",
				],
				["traffic", "Traffic", "bytes", "", "rx: Sent to workspaces 4,tx: Sent from workspaces 5"],
				["sessions", "Sessions", "count", "", "vscode: VS Code 6"],
				["seats", "License", "count", "", "user_limit: Users 7"],
			],
		);
	});

	it("leave out seats if none were recorded", () => {
		assert.equal(plotsOf([sampleAt(now, { p50: 1 })], 9, now).plots.length, 4);
	});
});
