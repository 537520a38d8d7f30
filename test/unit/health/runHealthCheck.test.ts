import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { hostToAgreeTo, runHealthCheck } from "../../../src/core/health/runHealthCheck.ts";
import { fakeClock } from "../../support/fakeClock.ts";
import { failureOf, recorded } from "../../support/recorded.ts";

const now = Date.parse("2026-03-05T10:00:00Z");
const agreed = "access.example";

/** Creates a deployment that records its checks. The first `busy` of them end before the server has a report. */
function deploymentWith(reportedAt: number | undefined, busy = 0) {
	const checks: (readonly [agreedTo: string | undefined, forced: boolean])[] = [];
	const cancelled: (readonly string[])[] = [];
	const value = reportedAt === undefined ? {} : { time: reportedAt };
	let failure: unknown;
	const deployment = {
		get snapshot() {
			return { health: { value, failure } };
		},
		checkHealth: (agreedTo: string | undefined, forced: boolean) => {
			checks.push([agreedTo, forced]);
			failure = checks.length <= busy ? failureOf("notReady") : undefined;
			return Promise.resolve();
		},
		cancel: (ids: readonly string[]) => cancelled.push(ids),
	} as unknown as Deployment;
	return { deployment, checks, cancelled };
}

/** Lets everything run that waits for no time to pass. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("a health check that a user starts", () => {
	const never = new AbortController().signal;

	it("is forced unless the report is less than half a minute old, whatever the clocks say", async () => {
		const forced = async (reportedAt: number | undefined) => {
			const { deployment, checks } = deploymentWith(reportedAt);
			await runHealthCheck(deployment, agreed, fakeClock(now), never);
			assert.equal(checks.length, 1);
			assert.equal(checks[0]?.[0], agreed);
			return checks[0][1];
		};
		assert.equal(await forced(undefined), true);
		assert.equal(await forced(now - 29_999), false);
		assert.equal(await forced(now - 30_000), true);
		assert.equal(await forced(now + 29_999), false);
		assert.equal(await forced(now + 30_000), true);
	});

	it("asks for the report every three seconds, five times, without forcing another check", async () => {
		for (const [busy, expected] of [
			[1, 2],
			[3, 4],
			[99, 6],
		] as const) {
			const { deployment, checks } = deploymentWith(undefined, busy);
			const clock = fakeClock(now);
			let isDone = false;
			const done = runHealthCheck(deployment, agreed, clock, never).then(() => {
				isDone = true;
			});
			await settle();
			assert.equal(checks.length, 1);
			for (let tries = 1; tries < expected; tries++) {
				assert.equal(clock.next(), 3000);
				assert.equal(isDone, false);
				clock.advance(3000);
				await settle();
				assert.equal(checks.length, tries + 1);
			}
			await done;
			assert.deepEqual(
				checks.map(([, forced]) => forced),
				checks.map((_, index) => index === 0),
			);
			assert.ok(checks.every(([agreedTo]) => agreedTo === agreed));
			assert.equal(clock.alarms(), 0);
		}
	});

	it("ends at once when it's canceled, and cancels only the request for the report", async () => {
		const { deployment, checks, cancelled } = deploymentWith(undefined, 99);
		const clock = fakeClock(now);
		const controller = new AbortController();
		const done = runHealthCheck(deployment, agreed, clock, controller.signal);
		await settle();
		controller.abort();
		await done;
		assert.deepEqual(cancelled, [["health"]]);
		assert.equal(checks.length, 1);
		assert.equal(clock.alarms(), 0);
	});

	it("leaves nothing behind that reacts to a later cancellation", async () => {
		const { deployment, cancelled } = deploymentWith(undefined, 1);
		const clock = fakeClock(now);
		const controller = new AbortController();
		const done = runHealthCheck(deployment, agreed, clock, controller.signal);
		await settle();
		clock.advance(3000);
		await done;
		controller.abort();
		assert.deepEqual(cancelled, []);
	});
});

describe("the host that a health check would send the token to", () => {
	const hostAt = async (dashboard_url: string) =>
		hostToAgreeTo(await recorded({ buildInfo: { body: { version: "v2.35.1", dashboard_url } } }));

	it("requires consent only if it's another one than the deployment's", async () => {
		assert.equal(await hostAt("https://coder.larkspur.example"), undefined);
		assert.match((await hostAt("https://elsewhere.example")) ?? "", /elsewhere\.example/);
	});
});
