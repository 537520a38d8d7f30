import assert from "node:assert/strict";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { hour, minute, second, startLife, total, type Life } from "./support/life.ts";

/** Runs something with its own deployment. */
async function within(
	run: (life: Life) => Promise<void>,
	...args: Parameters<typeof startLife>
): Promise<void> {
	const life = await startLife(...args);
	try {
		await run(life);
	} finally {
		await life.end();
	}
}

describe("clocks", function () {
	this.timeout(3 * slowMachine);

	for (const hours of [-26, -3, 0, 3, 26]) {
		it(`may differ: with a server ${hours} hours ahead, statistics are requested once per collection`, () =>
			within(
				async (life) => {
					life.open().show("statisticsPanel");
					await life.pass(hour);
					const count = life.taken().deploymentStats ?? 0;
					assert.ok(count >= 115 && count <= 121, String(count));
				},
				{},
				hours * hour,
			));
	}

	it("may differ: an answer is at most a few seconds old when it arrives", () =>
		within(
			async (life) => {
				const { store, show } = life.open();
				show("statisticsPanel");
				await life.pass(minute);
				let oldest = 0;
				store.onDidChange(() => {
					const { value, loading } = store.snapshot.deploymentStats;
					if (loading || value?.collectedAt === undefined) return;
					oldest = Math.max(oldest, life.clock.now() + 5 * hour - value.collectedAt);
				});
				await life.pass(20 * minute);
				assert.ok(oldest <= 3 * second, `${oldest} ms`);
			},
			{},
			5 * hour,
		));

	it("are trusted if the server collects every five minutes", () =>
		within(
			async (life) => {
				life.open().show("statisticsPanel");
				await life.pass(hour);
				const count = life.taken().deploymentStats ?? 0;
				assert.ok(count >= 12 && count <= 14, String(count));
			},
			{ statsIntervalMs: 5 * minute },
		));

	it("aren't trusted if the server collects every second: ten seconds is the minimum", () =>
		within(
			async (life) => {
				life.open().show("statisticsPanel");
				await life.pass(10 * minute);
				const count = life.taken().deploymentStats ?? 0;
				assert.ok(count >= 59 && count <= 61, String(count));
			},
			{ statsIntervalMs: second },
		));

	it("don't cause frequent requests if the server stops collecting", () =>
		within(async (life) => {
			const collected = new Date(life.clock.now()).toISOString();
			const next = new Date(life.clock.now() + 30 * second).toISOString();
			life.sample.setStats({ body: { collected_at: collected, next_update_at: next } });
			life.open().show("statisticsPanel");
			await life.pass(hour);
			const count = life.taken().deploymentStats ?? 0;
			assert.ok(count >= 118 && count <= 121, String(count));
		}));

	it("of many windows are spread: they don't send requests at the same time", () =>
		within(async (life) => {
			let seed = 0;
			const windows = 20;
			for (let index = 0; index < windows; index++)
				life
					.open(undefined, () => ((seed = (seed * 48_271 + 11) % 2_147_483_647) % 1000) / 1000)
					.show("statisticsPanel");
			await life.pass(10 * minute);
			life.taken();
			await life.pass(minute);
			const moments = life.sample.requests().map(({ at }) => at);
			assert.equal(moments.length, 2 * windows);
			const busiest = Math.max(
				...moments.map((one) => moments.filter((at) => Math.abs(at - one) < 100).length),
			);
			assert.ok(new Set(moments).size > windows, `${new Set(moments).size} moments`);
			assert.ok(busiest <= windows / 3, `${busiest} windows within a tenth of a second`);
		}));

	it("stop while the machine sleeps: what is due is requested once, minutes later at most", () =>
		within(async (life) => {
			const window = life.open();
			window.show("overview", "statusBar");
			await life.pass(minute);
			life.taken();
			// Timers are late by as long as the machine slept.
			life.clock.shift(9 * hour);
			assert.equal(total(life.taken()), 0);
			await life.pass(31 * second);
			const woken = life.taken();
			assert.equal(total(woken), endpointIds.length);
			assert.deepEqual(new Set(Object.values(woken)), new Set([1]));
		}));

	it("stop while the machine sleeps, even with slow surfaces and without an event from the editor", () =>
		within(async (life) => {
			life.open().show("statusBar");
			await life.settle();
			life.taken();
			life.clock.shift(9 * hour);
			await life.pass(5 * minute);
			assert.deepEqual(life.taken(), { buildInfo: 1, updateCheck: 1, user: 1 });
		}));

	it("may be set back by hours without any effect", () =>
		within(async (life) => {
			life.open().show("overview");
			await life.pass(minute);
			life.taken();
			life.clock.shift(-5 * hour);
			await life.pass(minute);
			const { deploymentStats, ...others } = life.taken();
			assert.deepEqual(new Set(Object.values(others)), new Set([1]));
			assert.ok((deploymentStats ?? 0) <= 3, String(deploymentStats));
			await life.pass(4 * minute);
			const soon = life.taken();
			assert.deepEqual(Object.keys(soon), ["deploymentStats"]);
			await life.pass(6 * minute);
			const later = life.taken();
			const count = (later.deploymentStats ?? 0) + (soon.deploymentStats ?? 0);
			assert.ok(count >= 19 && count <= 21, String(count));
		}));
});

describe("failures", function () {
	this.timeout(slowMachine);

	it("are backed off from: an hour of errors costs fewer than twenty requests per endpoint", () =>
		within(async (life) => {
			life.sample.setFault("all", { kind: "status", status: 503 });
			life.open(undefined, Math.random).show("overview");
			await life.pass(hour);
			const tries = life.taken();
			// What depends on permissions is requested as well, because they aren't returned. The health check waits
			// for more, and requests for each organization wait for the organizations.
			const waiting = ["health", "provisionerDaemons", "provisionerQueue"];
			assert.ok(waiting.every((id) => !(id in tries)));
			const { organizations = 0, ...others } = tries;
			assert.equal(Object.keys(others).length, endpointIds.length - waiting.length);
			assert.ok(organizations < 40, String(organizations));
			for (const [endpoint, count = 0] of Object.entries(others))
				assert.ok(count >= 13 && count < 20, `${endpoint}: ${count}`);
			life.sample.clearFaults();
			await life.pass(7 * minute);
			for (const { endpoint, status } of life.sample.requests().slice(-endpointIds.length))
				assert.equal(status, 200, endpoint);
		}));

	it("of an ended session aren't retried automatically", () =>
		within(async (life) => {
			const window = life.open();
			window.show("overview");
			await life.settle();
			life.sample.revokeToken("owner");
			life.taken();
			await life.pass(hour);
			const { root, buildInfo, updateCheck, entitlements, ...signedIn } = life.taken();
			assert.deepEqual([root, buildInfo, updateCheck, entitlements], [4, 4, undefined, 4]);
			for (const [endpoint, count] of Object.entries(signedIn)) assert.equal(count, 1, endpoint);
		}));

	it("wait as long as a rate limit requires", () =>
		within(async (life) => {
			life.sample.setFault("deploymentStats", { kind: "status", status: 429, retryAfter: 90 });
			life.open().show("statisticsPanel");
			await life.pass(89 * second);
			assert.equal(life.sample.count(), 1);
			await life.pass(second);
			assert.equal(life.sample.count(), 2);
		}));
});
