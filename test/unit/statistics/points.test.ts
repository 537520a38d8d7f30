import assert from "node:assert/strict";
import "../../support/stable.ts";
import { csvOf } from "../../../src/core/statistics/csv.ts";
import { isGap } from "../../../src/core/statistics/gaps.ts";
import { plotsOf } from "../../../src/core/statistics/plots.ts";
import { namesOf, pointsOf } from "../../../src/core/statistics/points.ts";
import { fittingRange, isRange, startOf } from "../../../src/core/statistics/ranges.ts";
import { inOrder, sampleOf, type Sample } from "../../../src/core/statistics/sample.ts";
import { readSampleLines, sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { seatGrowth } from "../../../src/core/statistics/seatSamples.ts";
import { fineMs, keptMs, thin } from "../../../src/core/statistics/thin.ts";
import { trendOf } from "../../../src/core/statistics/trend.ts";
import { sampleAt } from "./made.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = 1000 * day;

const p50At = (...times: readonly number[]): Sample[] =>
	times.map((at, index) => sampleAt(at, { p50: index }));

describe("points of a plot", () => {
	it("are the samples, if there aren't too many", () => {
		const samples = p50At(0, 1, 2);
		assert.deepEqual(pointsOf(samples, ["p50", "rx"], 3, 2), {
			at: [0, 1, 2],
			values: { p50: [0, 1, 2], rx: [null, null, null] },
		});
		assert.equal(pointsOf(samples, [], 2, 2).stepMs, 1000);
		assert.deepEqual(pointsOf([], ["p50"], 2, 2), { at: [], values: { p50: [] } });
	});

	it("cover the shortest round time span that makes few enough", () => {
		const step = (span: number, most: number): number | undefined =>
			pointsOf(p50At(0, span / 3, span / 2, span), [], most, now).stepMs;
		assert.equal(step(2000, 3), 1000);
		assert.equal(step(2001, 3), 5000);
		assert.equal(step(2 * hour, 3), hour);
		assert.equal(step(2 * day, 3), day);
		assert.equal(step(2 * day + 1, 3), 2 * day);
		assert.equal(step(5 * day, 3), 3 * day);
	});

	it("have the mean of numbers, the maximum of latencies, and the last time", () => {
		const samples = [
			sampleAt(1000, { p50: 1, p95: 9, rx: 1 }),
			sampleAt(1500, { p50: 3, p95: 2, rx: 2 }),
			sampleAt(1900, { p50: 2, rx: 2 }),
			sampleAt(2000, { tx: 4 }),
		];
		assert.deepEqual(pointsOf(samples, ["p50", "p95", "rx", "tx"], 2, now), {
			at: [1900, 2000],
			values: { p50: [3, null], p95: [9, null], rx: [1.7, null], tx: [null, 4] },
			stepMs: 1000,
		});
	});

	it("have a hole where no data was recorded", () => {
		const { at, values } = pointsOf(p50At(now - 10 * minute, now), ["p50"], 5, now);
		assert.deepEqual(at, [now - 10 * minute, now - 5 * minute, now]);
		assert.deepEqual(values["p50"], [0, null, 1]);
		// Hidden by points that are as long.
		const long = p50At(now - 20 * hour, now - 20 * hour + 1, now - 15 * minute, now);
		assert.equal(pointsOf(long, ["p50"], 3, now).at.length, 4);
	});

	it("have at most 200 names, those of the newest sample first", () => {
		const many = Object.fromEntries(
			Array.from({ length: 250 }, (_, index) => [`workspaces.${String(index)}`, 1]),
		);
		const names = namesOf([sampleAt(1, many), sampleAt(2, { p50: 1 })]);
		assert.equal(names.length, 200);
		assert.deepEqual(names.slice(0, 2), ["p50", "workspaces.0"]);
	});
});

describe("a gap between samples", () => {
	it("is more than four collections, or two and a half of those that are kept of old ones", () => {
		const gap = (ms: number, ago = 0, intervalMs = 30_000): boolean => {
			const before = { ...sampleAt(now - ago), intervalMs };
			return isGap(before, sampleAt(before.at + ms), now);
		};
		assert.equal(gap(2 * minute), false);
		assert.equal(gap(2 * minute + 1), true);
		assert.equal(gap(2 * minute, 0, 1000), false);
		assert.equal(gap(4 * minute + 1, 0, minute), true);
		assert.equal(gap(12.5 * minute, fineMs + 1), false);
		assert.equal(gap(12.5 * minute + 1, fineMs + 1), true);
		assert.equal(gap(2 * minute + 1, fineMs), true);
	});
});

describe("samples that are kept", () => {
	it("are those of 30 days, and only the last one of each five minutes before two days ago", () => {
		const kept = (...times: readonly number[]): number[] =>
			thin(p50At(...times), now).map(({ at }) => at - now);
		assert.deepEqual(kept(now - keptMs - 1, now - keptMs), [-keptMs]);
		const old = now - 3 * day;
		assert.deepEqual(kept(old, old + minute, old + 5 * minute), [
			minute - 3 * day,
			5 * minute - 3 * day,
		]);
		assert.deepEqual(kept(old, old + minute), [minute - 3 * day]);
		assert.deepEqual(kept(now - fineMs - 1, now - fineMs, now - fineMs + 1), [
			-fineMs - 1,
			-fineMs,
			-fineMs + 1,
		]);
		assert.deepEqual(kept(now + 5 * minute, now + 5 * minute + 1), [5 * minute]);
	});

	it("are each collection once, oldest first, as it was first recorded", () => {
		const [one, two] = [sampleAt(1, { p50: 1 }), sampleAt(2, { p50: 2 })];
		const again = { ...one, values: { p50: 9 } };
		assert.deepEqual(inOrder([two, one, again]), [one, two]);
	});
});

describe("a sample of statistics", () => {
	const stats = (more: object) =>
		({ workspaces: [], sessions: [], ...more }) as unknown as Parameters<typeof sampleOf>[0];

	it("has the server's time, unless it's off by more than five minutes", () => {
		for (const [collectedAt, at] of [
			[now - 5 * minute, now - 5 * minute],
			[now - 5 * minute - 1, now],
			[now + 5 * minute, now + 5 * minute],
			[now + 5 * minute + 1, now],
		] as const) {
			const sample = sampleOf(stats({ collectedAt, nextUpdateAt: collectedAt + 7000 }), now);
			assert.deepEqual([sample.at, sample.id, sample.intervalMs], [at, collectedAt, 7000]);
		}
		const { at, id, intervalMs } = sampleOf(stats({}), now);
		assert.deepEqual([at, id, intervalMs], [now, now, 30_000]);
		for (const nextUpdateAt of [now, now - 1])
			assert.equal(sampleOf(stats({ collectedAt: now, nextUpdateAt }), now).intervalMs, 30_000);
	});

	it("has at most 60 names of at most 80 characters of each kind", () => {
		const counts = Array.from({ length: 70 }, (_, index) => ({
			name: index === 0 ? "x".repeat(81) : index === 1 ? "y".repeat(80) : String(index),
			count: index,
		}));
		const { values } = sampleOf(stats({ workspaces: counts, rxBytes: 12n }), now, [["seats.a", 3]]);
		assert.equal(Object.keys(values).length, 62);
		assert.equal(values[`workspaces.${"y".repeat(80)}`], 1);
		assert.deepEqual([values["rx"], values["seats.a"], values["p50"]], [12, 3, undefined]);
	});

	it("is a line without a part for other names if there are none", () => {
		const line = sampleLine(sampleAt(1000, { p50: 2 }));
		assert.match(
			line,
			/^\n[0-9a-f]{8} \[1000,0,30000,\[null,null,null,null,null,2(,null){8}\]\]\n$/,
		);
		assert.match(sampleLine(sampleAt(1000, { "sessions.zed": 2 })), /,\{"sessions\.zed":2\}\]\n$/);
	});

	it("isn't read from a line of another kind", () => {
		/** The checksum of a body, as in the line that a sample is written to. */
		const checked = (body: string): string => {
			let hash = 0x811c9dc5;
			for (const character of body) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
			return `${(hash >>> 0).toString(16).padStart(8, "0")} ${body}`;
		};
		assert.equal(readSampleLines(checked("[1000,0,30000,[]]")).length, 1);
		assert.equal(readSampleLines(checked("[1000,0,30000,[],null]")).length, 1);
		for (const body of [
			"",
			"{",
			"{}",
			"7",
			"null",
			"[]",
			"[-1e99,0,30000,[]]",
			'["1000",0,30000,[]]',
			'[1000,"0",30000,[]]',
			"[1000,0,null,[]]",
			"[1000,0,30000,{}]",
			"[1000,0,30000]",
		])
			assert.deepEqual(readSampleLines(checked(body)), [], body);
		assert.deepEqual(readSampleLines("00000000 [1000,0,30000,[]]"), []);
	});
});

describe("the range of plots", () => {
	it("is six hours, shorter with less data, and longer without new data", () => {
		const fit = (oldest: number, newest = 0) =>
			fittingRange(p50At(now - oldest, now - newest), now);
		assert.equal(fit(hour), "1h");
		assert.equal(fit(hour + 1), "6h");
		assert.equal(fit(9 * day), "6h");
		assert.equal(fit(9 * day, 6 * hour), "6h");
		assert.equal(fit(9 * day, 6 * hour + 1), "1d");
		assert.equal(fit(9 * day, day + 1), "7d");
		assert.equal(fit(40 * day, 8 * day), "30d");
		assert.equal(fit(90 * day, 31 * day), "all");
		assert.equal(fittingRange([], now), "1h");
	});

	it("starts that long ago, or with the oldest sample", () => {
		assert.equal(startOf("6h", [], now), now - 6 * hour);
		assert.equal(startOf("all", p50At(now - day), now), now - day);
		assert.equal(startOf("all", p50At(now), now), now - minute);
		assert.equal(startOf("all", [], now), now - minute);
	});

	it("has a known ID", () => {
		for (const id of ["1h", "all"]) assert.ok(isRange(id));
		for (const id of ["", "2h", "toString", 7, null, undefined, ["1h"]]) assert.ok(!isRange(id));
	});
});

describe("samples as CSV", () => {
	it("have safe names", () => {
		const names = [
			"workspaces.=a",
			"workspaces.a-b",
			"=a",
			"+a",
			"@a",
			"-a",
			"-1",
			"a-b",
			'a"b',
			"a,b",
		];
		const values = Object.fromEntries(names.map((name, index) => [name, index]));
		const [head] = csvOf([sampleAt(0, values)]).split("\r\n");
		assert.equal(
			head,
			`collected_at,workspaces_=a,workspaces_a-b,'=a,'+a,'@a,'-a,-1,a-b,"a""b","a,b"`,
		);
	});

	it("have units in the names, and empty cells", () => {
		assert.equal(
			csvOf([sampleAt(0, { p50: 1.5, p95: 2 }), sampleAt(1000, { rx: 3, tx: 4 })]),
			[
				"collected_at,rx_bytes,tx_bytes,connection_latency_p50_ms,connection_latency_p95_ms",
				"1970-01-01T00:00:00.000Z,,,1.5,2",
				"1970-01-01T00:00:01.000Z,3,4,,",
				"",
			].join("\r\n"),
		);
	});
});

describe("plots of samples", () => {
	it("are of license usage only if it was recorded", () => {
		const ids = (values: Record<string, number>): unknown =>
			plotsOf([sampleAt(now, values)], 10, now).plots.map(({ id }) => id);
		const usual = ["workspaces", "latency", "traffic", "sessions"];
		assert.deepEqual(ids({ p50: 1 }), usual);
		assert.deepEqual(ids({ "seats.user_limit": 1 }), [...usual, "seats"]);
	});

	it("have the duration of a point if it covers several samples", () => {
		assert.ok(!("stepMs" in plotsOf(p50At(0, 1), 10, now)));
		assert.equal(plotsOf(p50At(0, 1, 2000), 2, now).stepMs, 5000);
	});
});

describe("the trend of a number", () => {
	it("is of the last three hours, with blocks as long as two intervals", () => {
		assert.equal(trendOf([], "p50", now), undefined);
		assert.equal(trendOf(p50At(now), "p50", now), undefined);
		const two = trendOf(p50At(now - 3 * hour - 1, now - 3 * hour, now), "p50", now);
		assert.deepEqual(two, { line: `▁${"·".repeat(34)}█`, words: "Last 3 hours: 1 ms–2 ms" });
		const soon = trendOf(
			p50At(now - 2 * minute, now + 5 * minute, now + 5 * minute + 1),
			"p50",
			now,
		);
		assert.deepEqual(soon, { line: "▁█", words: "Last 2 minutes: 0 ms–1 ms" });
	});
});

describe("the growth of license usage", () => {
	const grown = (...points: readonly (readonly [at: number, seats: number | undefined])[]) =>
		seatGrowth(
			points.map(([at, seats]) => sampleAt(at, seats === undefined ? {} : { "seats.a": seats })),
			"seats.a",
			now,
		);

	it("is known after a day", () => {
		assert.equal(grown(), undefined);
		assert.equal(grown([now - day + 1, 1], [now, 2]), undefined);
		assert.deepEqual(grown([now - day, 1], [now, 2]), {
			line: `▁${"·".repeat(28)}█`,
			words: "Last 1 day: from 1 to 2",
		});
		assert.equal(
			grown([now - 2 * day, 5], [now - day, 7], [now, 5])?.words,
			"Last 2 days: 5, as before",
		);
	});

	it("ignores what was recorded by a clock that was ahead, and samples without it", () => {
		assert.equal(grown([now - 1, 1], [now + 5 * minute + 1 + day, 2]), undefined);
		assert.equal(grown([now - 2 * day, undefined], [now - 1, 1], [now, 2]), undefined);
	});
});
