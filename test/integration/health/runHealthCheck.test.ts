import assert from "node:assert/strict";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { runHealthCheck } from "../../../src/core/health/runHealthCheck.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { fakeClock, type FakeClock } from "../../support/fakeClock.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { until } from "../../support/until.ts";

describe("a health check that the user runs", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;
	let clock: FakeClock;

	const start = async (options: Parameters<typeof startSampleDeployment>[0] = {}) => {
		clock = fakeClock(Date.parse("2026-03-05T10:00:00Z"));
		sample = await startSampleDeployment({
			accessUrl: "self",
			clock: () => clock.now(),
			...options,
		});
		const { store } = bench(sample.url, { token: sample.tokens.owner, now: () => clock.now() });
		await store.refresh();
		return store;
	};
	const never = new AbortController().signal;
	afterEach(() => sample.close());

	it("makes the server run its checks, unlike a request for the existing report", async () => {
		const store = await start();
		await store.refresh(["health"]);
		assert.equal(sample.healthRuns().length, 1);
		assert.ok(sample.healthRuns().every(({ forced }) => !forced));
		clock.advance(60_000);
		await runHealthCheck(store, undefined, clock, never);
		assert.deepEqual(
			sample.healthRuns().map(({ forced }) => forced),
			[false, true],
		);
		assert.equal(store.snapshot.health.value?.time, clock.now());
	});

	it("isn't repeated within half a minute", async () => {
		const store = await start();
		for (let click = 0; click < 5; click++) await runHealthCheck(store, undefined, clock, never);
		assert.equal(sample.healthRuns().length, 1);
	});

	for (const version of ["old", "current"] as const) {
		it(`that takes too long is awaited (${version})`, async () => {
			const store = await start({ version });
			sample.setConditions({ slowHealth: true });
			clock.advance(60_000);
			const done = runHealthCheck(store, undefined, clock, never);
			await until(() => store.snapshot.health.failure?.kind === "notReady");
			assert.equal(stateOf(store.snapshot.health), "stale");
			const forced = sample.healthRuns().length;
			await until(() => clock.alarms() > 0);
			clock.advance(3_000);
			await done;
			assert.equal(stateOf(store.snapshot.health), "ready");
			assert.equal(sample.healthRuns().length, forced);
		});
	}

	it("ends when it's canceled, even while it waits", async () => {
		const store = await start();
		sample.setConditions({ slowHealth: true });
		clock.advance(60_000);
		const controller = new AbortController();
		const done = runHealthCheck(store, undefined, clock, controller.signal);
		await until(() => clock.alarms() > 0);
		const requested = sample.count("health");
		controller.abort();
		await done;
		assert.equal(clock.alarms(), 0);
		assert.equal(sample.count("health"), requested);
	});

	it("is rejected without a question if the account lacks the permission", async () => {
		clock = fakeClock(Date.now());
		sample = await startSampleDeployment({ accessUrl: "self" });
		for (const token of ["member", "auditor", "scoped"] as const) {
			sample.resetRequests();
			const { store } = bench(sample.url, { token: sample.tokens[token] });
			await store.refresh();
			await runHealthCheck(store, undefined, clock, never);
			assert.equal(stateOf(store.snapshot.health), "forbidden", token);
			assert.equal(sample.count("health"), 0, token);
			const { message } = store.snapshot.health.failure ?? {};
			const its =
				token === "scoped" ? "This session token can't read this." : "Your role can't read this.";
			assert.equal(message, its, token);
		}
	});
});
