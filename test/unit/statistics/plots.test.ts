import assert from "node:assert/strict";
import "../../support/stable.ts";
import fc from "fast-check";
import { csvOf } from "../../../src/core/statistics/csv.ts";
import { isGap } from "../../../src/core/statistics/gaps.ts";
import { plotsOf } from "../../../src/core/statistics/plots.ts";
import { pointsOf } from "../../../src/core/statistics/points.ts";
import { fittingRange, isRange, startOf } from "../../../src/core/statistics/ranges.ts";
import { sparkline } from "../../../src/core/statistics/sparkline.ts";
import { trendOf } from "../../../src/core/statistics/trend.ts";
import { sampleOf } from "../../../src/core/statistics/sample.ts";
import { sampleAt, samplesBetween } from "./made.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import { plainSpaces } from "../../support/plainSpaces.ts";

const now = Date.parse("2026-03-05T10:00:00Z");
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe("a sample", () => {
	function read(changes: object) {
		const parsed = parseAnswer("deploymentStats", {
			aggregated_from: "2026-03-05T09:44:58Z",
			collected_at: "2026-03-05T09:59:58Z",
			next_update_at: "2026-03-05T10:00:28Z",
			workspaces: { running: 3, dormant: 2, connection_latency_ms: { P50: 12.5, P95: -1 } },
			session_count: { vscode: 4, zed: 1 },
			...changes,
		});
		return sampleOf(parsed.ok ? parsed.value : assert.fail(parsed.field), now);
	}

	it("has the numbers of an answer, including unknown states and apps", () => {
		assert.deepEqual(read({}), {
			at: now - 2 * second,
			id: now - 2 * second,
			intervalMs: 30 * second,
			values: {
				"workspaces.running": 3,
				"workspaces.dormant": 2,
				p50: 12.5,
				"sessions.vscode": 4,
				"sessions.zed": 1,
			},
		});
	});

	it("uses this machine's clock if the server's is off by more than five minutes", () => {
		const { at, id } = read({ collected_at: "2031-01-01T00:00:00Z" });
		assert.deepEqual([at, id], [now, Date.parse("2031-01-01T00:00:00Z")]);
	});

	it("works without missing data, and ignores implausible data", () => {
		const none = { collected_at: null, next_update_at: null, aggregated_from: null };
		assert.deepEqual(
			[read(none).at, read(none).id, read(none).intervalMs],
			[now, now, 30 * second],
		);
		assert.equal(read({ next_update_at: "2026-03-05T09:00:00Z" }).intervalMs, 30 * second);
	});

	it("doesn't grow without limit", () => {
		const names = Array.from({ length: 1000 }, (_, index) => [`state${index}`, index] as const);
		const { values } = read({ workspaces: Object.fromEntries(names) });
		assert.ok(Object.keys(values).length < 130);
	});
});

describe("points of plots", () => {
	it("are the samples themselves if there are few", () => {
		const samples = samplesBetween(now - hour, now, 30 * second);
		const points = pointsOf(samples, ["p50"], 200, now);
		assert.deepEqual(
			points.at,
			samples.map(({ at }) => at),
		);
		assert.equal(points.stepMs, undefined);
	});

	it("are averages at round times if there are many, and maximums of latencies", () => {
		const samples = samplesBetween(now, now + 10 * minute - 1, 30 * second).map(({ at }, index) =>
			sampleAt(at, { rx: index, p95: index === 3 ? 900 : 10 }),
		);
		const { at, values, stepMs } = pointsOf(samples, ["rx", "p95"], 11, now + hour);
		assert.equal(stepMs, minute);
		assert.equal(at.length, 10);
		assert.deepEqual(values.rx?.slice(0, 3), [0.5, 2.5, 4.5]);
		assert.deepEqual(values.p95?.slice(0, 3), [10, 900, 10]);
	});

	it("break the line where there was no data", () => {
		const samples = [0, 30, 60, 600, 630].map((at) => sampleAt(now + at * second, { p50: at }));
		const { at, values } = pointsOf(samples, ["p50"], 100, now + hour);
		assert.deepEqual(values.p50, [0, 30, 60, null, 600, 630]);
		assert.equal(at[3], now + 330 * second);
	});

	it("also break it in averages, and for a missing number", () => {
		const samples = [
			...samplesBetween(now, now + 5 * minute, 30 * second),
			...samplesBetween(now + hour, now + hour + 5 * minute, 30 * second),
		].map(({ at }) => sampleAt(at, at === now ? {} : { p50: 1 }));
		const { values } = pointsOf(samples, ["p50"], 12, now + day);
		assert.equal(values.p50?.filter((value) => value === null).length, 1);
		assert.equal(pointsOf(samples, ["p50"], 100, now).values.p50?.[0], null);
	});

	it("don't break it for gaps too short to see", () => {
		const samples = samplesBetween(now - 2 * hour, now, 5 * minute);
		const { values } = pointsOf(samples, ["p50"], 15, now);
		assert.equal(values.p50?.includes(null), false);
		assert.equal(pointsOf(samples, ["p50"], 100, now).values.p50?.includes(null), true);
	});

	it("are limited except for breaks, ordered, and hide no latency peak", () => {
		const time = fc.integer({ min: 0, max: 30 * day });
		const number = fc.integer({ min: 1, max: 1000 });
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.tuple(time, number), { selector: ([at]) => at, maxLength: 300 }),
				fc.integer({ min: 2, max: 100 }),
				(pairs, most) => {
					const samples = pairs
						.sort(([one], [other]) => one - other)
						.map(([at, p95]) => sampleAt(now + at, { p95 }));
					const { at, values } = pointsOf(samples, ["p95"], most, now + 30 * day);
					const drawn = values.p95?.filter((value) => value !== null) ?? [];
					assert.ok(drawn.length <= most, `${drawn.length} of ${most}`);
					assert.ok(at.every((one, index) => index === 0 || one > (at[index - 1] ?? 0)));
					const peak = Math.max(...pairs.map(([, p95]) => p95));
					if (pairs.length > 0) assert.equal(Math.max(...drawn), peak);
				},
			),
		);
	});

	it("detect gaps by the server's own interval, and less strictly for older samples", () => {
		const gap = (from: number, to: number, intervalMs = 30 * second): boolean =>
			isGap({ ...sampleAt(from), intervalMs }, sampleAt(to), now);
		assert.equal(gap(now - 2 * minute, now), false);
		assert.equal(gap(now - 3 * minute, now), true);
		assert.equal(gap(now - 3 * minute, now, minute), false);
		assert.equal(gap(now - 2 * second, now, 1), false);
		assert.equal(gap(now - 3 * day, now - 3 * day + 10 * minute), false);
		assert.equal(gap(now - 3 * day, now - 3 * day + 20 * minute), true);
	});
});

describe("ranges", () => {
	it("begin at their duration before now, or at the oldest sample", () => {
		assert.equal(startOf("6h", [], now), now - 6 * hour);
		assert.equal(startOf("all", [sampleAt(now - day)], now), now - day);
		assert.equal(startOf("all", [sampleAt(now)], now), now - minute);
	});

	it("begin with the available samples", () => {
		const fitting = (...ages: readonly number[]) =>
			fittingRange(
				ages.map((age) => sampleAt(now - age)),
				now,
			);
		assert.deepEqual(
			[
				fitting(),
				fitting(5 * minute, 0),
				fitting(hour, minute),
				fitting(2 * hour, minute),
				fitting(30 * day, minute),
				fitting(7 * hour),
				fitting(30 * day, 2 * day),
				fitting(90 * day),
				fitting(-minute),
			],
			["1h", "1h", "1h", "6h", "6h", "1d", "7d", "all", "1h"],
		);
	});

	it("are validated", () => {
		assert.deepEqual(["1h", "all", "2h", "toString", 1, undefined].map(isRange), [
			true,
			true,
			false,
			false,
			false,
			false,
		]);
	});
});

describe("plots", () => {
	it("have the existing series, with display names for known ones", () => {
		const [workspaces, latency, traffic, sessions] = plotsOf(
			[
				sampleAt(now, {
					"workspaces.running": 1,
					"workspaces.dormant": 2,
					"sessions.reconnecting_pty": 3,
					"sessions.zed": 4,
				}),
			],
			100,
			now,
		).plots;
		const labels = (plot: typeof workspaces): unknown => plot?.series.map(({ label }) => label);
		assert.deepEqual(labels(workspaces), ["Running", "dormant"]);
		assert.deepEqual(labels(latency), ["P50", "P95"]);
		assert.deepEqual(labels(traffic), ["Sent to workspaces", "Sent from workspaces"]);
		assert.deepEqual(labels(sessions), ["Web terminal", "zed"]);
		assert.deepEqual(latency?.series[0]?.values, [null]);
		assert.deepEqual(
			latency.thresholds.map(({ at }) => at),
			[150, 300],
		);
	});
});

describe("CSV", () => {
	it("has a column per number, with units, and times in a fixed format", () => {
		assert.equal(
			csvOf([
				sampleAt(now, { "workspaces.running": 3, p50: 12.5 }),
				sampleAt(now + 1, { "workspaces.running": 4, tx: 7e15 }),
			]),
			[
				"collected_at,workspaces_running,tx_bytes,connection_latency_p50_ms",
				"2026-03-05T10:00:00.000Z,3,,12.5",
				"2026-03-05T10:00:00.001Z,4,7000000000000000,",
				"",
			].join("\r\n"),
		);
		assert.equal(csvOf([]), "collected_at\r\n");
	});

	it("is safe whatever a server calls its numbers", () => {
		const csv = csvOf([sampleAt(now, { 'workspaces.=1+1","\n': -1, "=cmd()": 2 })]);
		assert.equal(csv.split("\r\n")[0], 'collected_at,"workspaces_=1+1"",""\n",\'=cmd()');
		assert.ok(csv.endsWith("Z,-1,2\r\n"));
	});
});

describe("sparklines", () => {
	it("draw the lowest number lowest and the highest highest, and dots for missing ones", () => {
		assert.equal(sparkline([1, 2, undefined, 8, 4.5]), "▁▂·█▅");
		assert.equal(sparkline([5, 5]), "▄▄");
		assert.equal(sparkline([0, undefined, 0]), "▁·▁");
		assert.equal(sparkline([0, 0, 3]), "▁▁█");
		assert.equal(sparkline([undefined]), "·");
		assert.equal(sparkline([]), "");
	});

	const words = (name: string, samples = samplesBetween(now - 5 * hour, now, 30 * second)) =>
		trendOf(samples, name, now);

	it("show the last three hours in at most 36 blocks, and describe them in words", () => {
		const { line, words: range } = words("p95") ?? assert.fail();
		assert.equal(line.length, 36);
		assert.match(plainSpaces(range), /^Last 3 hours: [\d.]+ ms–[\d.]+ ms$/);
		assert.match(plainSpaces(words("tx")?.words ?? ""), /–[\d.]+ GB$/);
		assert.match(words("sessions")?.words ?? "", /–\d+$/);
	});

	it("show the actual duration, and leave out nothing", () => {
		const samples = [0, 1, 2, 9, 10].map((minutes) =>
			sampleAt(now - 10 * minute + minutes * minute, { "sessions.ssh": minutes }),
		);
		const { line, words: range } = words("sessions", samples) ?? assert.fail();
		assert.equal(range, "Last 10 minutes: 0–10");
		assert.match(line, /^[▁▂]+·+[▇█]+$/);
	});

	it("call one minute and one hour by their names", () => {
		for (const [length, range] of [
			[minute, "Last minute: 0–0"],
			[hour, "Last hour: 0–0"],
		] as const) {
			const samples = [now - length, now].map((at) => sampleAt(at, { "sessions.ssh": 0 }));
			assert.equal(words("sessions", samples)?.words, range);
		}
	});

	it("aren't shown for fewer than two numbers", () => {
		assert.equal(words("p50", []), undefined);
		assert.equal(words("p50", [sampleAt(now, { p50: 1 })]), undefined);
		assert.equal(words("p50", [sampleAt(now - 4 * hour), sampleAt(now)]), undefined);
		assert.equal(words("dormant"), undefined);
	});
});
