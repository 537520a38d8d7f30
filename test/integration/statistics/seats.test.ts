import assert from "node:assert/strict";
import "../../support/stable.ts";
import { parseAnswer } from "../../../src/core/coder/parseAnswer.ts";
import type { DeploymentStats } from "../../../src/core/coder/model.ts";
import { seatsOf } from "../../../src/core/license/seats.ts";
import { csvOf } from "../../../src/core/statistics/csv.ts";
import { plotsOf } from "../../../src/core/statistics/plots.ts";
import { sampleOf } from "../../../src/core/statistics/sample.ts";
import { readSampleLines, sampleLine } from "../../../src/core/statistics/sampleLine.ts";
import { Samples } from "../../../src/core/statistics/samples.ts";
import { seatGrowth, seatSamples } from "../../../src/core/statistics/seatSamples.ts";
import { sampleAt, temporaryFolder } from "../../unit/statistics/made.ts";

const start = Date.parse("2026-03-05T10:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;
const key = "key";

const seatsAt = (at: number, users: number) => sampleAt(at, { p50: 1, "seats.user_limit": users });

describe("license usage over time", () => {
	it("contains what the server counts: users, also without a license, and other limited features", () => {
		const parsed = parseAnswer("entitlements", {
			features: {
				user_limit: { entitlement: "not_entitled", enabled: false, actual: 61 },
				managed_agent_limit: { entitlement: "entitled", enabled: true, limit: 100, actual: 5 },
				scim: { entitlement: "entitled", enabled: true, actual: 9 },
				agent_runtime_hours: { limit: 10, actual: null },
				[`x${"y".repeat(90)}`]: { limit: 1, actual: 1 },
				...Object.fromEntries(
					Array.from({ length: 50 }, (_, index) => [`f${index}`, { limit: 1, actual: index }]),
				),
			},
		});
		assert.ok(parsed.ok);
		const seats = seatsOf(parsed.value);
		assert.deepEqual(seats.slice(0, 2), [
			["seats.user_limit", 61],
			["seats.managed_agent_limit", 5],
		]);
		assert.equal(seats.length, 10);
		assert.deepEqual(seatsOf(undefined), []);
	});

	it("is stored in a format that is compatible with versions without it", () => {
		const stats = { workspaces: [], sessions: [], others: [] } satisfies DeploymentStats;
		const sample = sampleOf(stats, start, [
			["seats.user_limit", 61],
			["seats.managed_agent_limit", 5],
		]);
		assert.deepEqual(readSampleLines(sampleLine(sample)), [sample]);
		const old = sampleAt(start, { "workspaces.running": 3, "seats.user_limit": 4 });
		assert.ok(sampleLine(old).includes(",4]"), "numbers of later columns come last");
		assert.match(csvOf([sample]), /^collected_at,seats_user_limit,seats_managed_agent_limit\r\n/);
	});

	it("is a plot if it was recorded, and hidden otherwise", () => {
		const ids = (users: boolean) =>
			plotsOf(
				[0, 1].map((index) =>
					users ? seatsAt(start + index * minute, 60) : sampleAt(start + index * minute),
				),
				10,
				start + minute,
			).plots.map(({ id }) => id);
		assert.deepEqual(ids(false), ["workspaces", "latency", "traffic", "sessions"]);
		assert.deepEqual(ids(true).at(-1), "seats");
	});

	it("is described in words after a day", () => {
		const growth = (days: number, to: number) =>
			seatGrowth(
				[0, days / 2, days].map((after, index) =>
					seatsAt(start + after * day, index === 2 ? to : 58),
				),
				"seats.user_limit",
				start + days * day,
			)?.words;
		assert.equal(growth(0.5, 61), undefined);
		assert.equal(growth(12, 61), "Last 12 days: from 58 to 61");
		assert.equal(growth(12, 58), "Last 12 days: 58, as before");
		assert.equal(seatGrowth([], "seats.user_limit", start), undefined);
		const future = [seatsAt(start, 1), seatsAt(start + 900 * day, 9)];
		assert.equal(seatGrowth(future, "seats.user_limit", start), undefined);
	});

	it("is read from stored samples, one every six hours", async () => {
		const root = temporaryFolder();
		let now = start;
		const open = () =>
			new Samples(
				root,
				(problem) => {
					assert.equal(problem, "");
				},
				() => now,
			);
		const before = open();
		for (let hours = 0; hours < 48; hours++) {
			now = start + hours * 60 * minute;
			await before.record(key, seatsAt(now, 50 + hours), true, true);
		}
		const after = open();
		assert.deepEqual(after.seats(key), []);
		now += 30_000;
		await after.record(key, seatsAt(now, 100), true, true);
		const seats = after.seats(key);
		assert.ok(seats.length >= 8 && seats.length <= 9, String(seats.length));
		assert.match(seatGrowth(seats, "seats.user_limit", now)?.words ?? "", /to 100$/);
		assert.deepEqual(Object.keys(seats[0]?.values ?? {}), ["seats.user_limit"]);
		await after.clear(key);
		assert.deepEqual(after.seats(key), []);
		assert.deepEqual(seatSamples([sampleAt(start)]), []);
	});
});
