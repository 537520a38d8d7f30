import assert from "node:assert/strict";
import type { Answer } from "../../../src/core/http/reply.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Outcome } from "../../../src/core/http/failure.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { Refresher, systemClock } from "../../../src/core/deployments/refresher.ts";
import { DeploymentStore, type RequestEndpoint } from "../../../src/core/deployments/store.ts";
import type { Watched } from "../../../src/core/deployments/watchers.ts";
import { fakeClock } from "../../support/fakeClock.ts";
import { failureOf, saved } from "../../support/recorded.ts";

const second = 1000;
const minute = 60 * second;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Creates a refresher with stores that answer immediately, wired as in the extension: new data wakes it. */
function setUp(answer: (id: EndpointId) => Outcome<Answer<unknown>> = good) {
	const clock = fakeClock(1_000_000);
	const requested: string[] = [];
	const live = (name: string): Deployment => {
		const request = (id: EndpointId, signal: AbortSignal) => {
			requested.push(`${name} ${id}`);
			return new Promise<Outcome<Answer<unknown>>>((resolve) => {
				setImmediate(() => {
					resolve(signal.aborted ? { ok: false, failure: failureOf("cancelled") } : answer(id));
				});
			});
		};
		const store = new DeploymentStore({ ...saved, name }, request as RequestEndpoint, {
			now: () => clock.now(),
			random: () => 0,
		});
		store.onDidChange(() => {
			refresher.wake(store);
		});
		return store;
	};
	let watched: Watched = [];
	const refresher = new Refresher(() => watched, clock);
	return {
		clock,
		refresher,
		requested,
		live,
		/** Returns the requests since the last call. */
		taken: () => requested.splice(0).sort(),
		watch: (...list: Watched) => {
			watched = list;
			refresher.wake();
		},
		/** Lets responses arrive while no time passes. */
		settle: async () => {
			await turn();
			await turn();
		},
		/** Lets time pass, and responses arrive. */
		pass: async (ms: number, step = second) => {
			for (let left = ms; left > 0; left -= step) {
				clock.advance(Math.min(step, left));
				await turn();
				await turn();
			}
		},
	};
}

const good = (id: EndpointId): Outcome<Answer<unknown>> => ({
	ok: true,
	value: {
		value: id === "deploymentStats" ? { workspaces: [], sessions: [], others: [] } : id,
		tookMs: 1,
	},
});

describe("the refresher", () => {
	it("sends no requests and sets no timer while nothing is watched", async () => {
		const { refresher, clock, requested, pass } = setUp();
		refresher.wake();
		await pass(2 * minute);
		assert.deepEqual(requested, []);
		assert.equal(clock.alarms(), 0);
	});

	it("requests what is watched immediately, and again when it's due", async () => {
		const { watch, live, pass, settle, taken } = setUp();
		watch({ deployment: live("a"), ids: ["deploymentStats", "user"] });
		await settle();
		assert.deepEqual(taken(), ["a deploymentStats", "a user"]);
		await pass(29 * second);
		assert.deepEqual(taken(), []);
		await pass(second);
		assert.deepEqual(taken(), ["a deploymentStats"]);
		await pass(60 * second);
		assert.deepEqual(taken(), ["a deploymentStats", "a deploymentStats"]);
		await pass(14 * minute);
		assert.ok(taken().includes("a user"));
	});

	it("keeps one timer at a time", async () => {
		const { watch, live, pass, clock } = setUp();
		watch(
			{ deployment: live("a"), ids: ["deploymentStats", "user"] },
			{ deployment: live("b"), ids: ["deploymentStats"] },
		);
		for (let round = 0; round < 20; round++) {
			assert.ok(clock.alarms() <= 1, String(clock.alarms()));
			await pass(10 * second);
		}
	});

	it("stops when nothing is visible, and resumes when something is", async () => {
		const { watch, live, pass, taken, clock } = setUp();
		const watched = { deployment: live("a"), ids: ["deploymentStats"] as const };
		watch(watched);
		await pass(second);
		taken();
		watch();
		assert.equal(clock.alarms(), 0);
		await pass(10 * minute);
		assert.deepEqual(taken(), []);
		watch(watched);
		assert.deepEqual(taken(), ["a deploymentStats"]);
	});

	it("serves several deployments, each at its own pace", async () => {
		const { watch, live, pass, settle, taken } = setUp();
		const [a, b] = [live("a"), live("b")];
		watch({ deployment: a, ids: ["deploymentStats"] });
		await settle();
		await pass(20 * second);
		taken();
		watch({ deployment: a, ids: ["deploymentStats"] }, { deployment: b, ids: ["deploymentStats"] });
		assert.deepEqual(taken(), ["b deploymentStats"]);
		await settle();
		await pass(10 * second);
		assert.deepEqual(taken(), ["a deploymentStats"]);
		await pass(20 * second);
		assert.deepEqual(taken(), ["b deploymentStats"]);
	});

	it("looks only at the deployment with new data", async () => {
		const { watch, live, settle, refresher } = setUp();
		const reads: string[] = [];
		const all = Array.from({ length: 20 }, (_nothing, index) => {
			const deployment = live(String(index));
			const { snapshot } = Object.getOwnPropertyDescriptors(DeploymentStore.prototype);
			Object.defineProperty(deployment, "snapshot", {
				get: () => {
					reads.push(deployment.saved.name);
					return snapshot.get?.call(deployment) as unknown;
				},
			});
			return deployment;
		});
		watch(...all.map((deployment) => ({ deployment, ids: ["user"] as const })));
		await settle();
		reads.length = 0;
		refresher.wake(all[7]);
		assert.deepEqual([...new Set(reads)], ["7"]);
		refresher.wake();
		assert.equal(new Set(reads).size, 20);
	});

	it("looks at all deployments if the clock was set back", async () => {
		const { watch, live, settle, clock, taken } = setUp();
		const [a, b] = [live("a"), live("b")];
		watch({ deployment: a, ids: ["user"] }, { deployment: b, ids: ["user"] });
		await settle();
		taken();
		clock.shift(-10 * minute);
		await a.refresh(["buildInfo"]);
		assert.deepEqual(taken(), ["a buildInfo", "a user", "b user"]);
	});

	it("backs off while a server is away: 5, 10, 20 … seconds, at most 5 minutes", async () => {
		const { watch, live, pass, taken } = setUp(() => ({
			ok: false,
			failure: failureOf("refused"),
		}));
		watch({ deployment: live("a"), ids: ["root"] });
		await pass(second);
		taken();
		await pass(60 * minute);
		const hour = taken().length;
		// 5 + 10 + 20 + 40 + 80 + 160 s, then every 300 s.
		assert.ok(hour >= 15 && hour <= 19, String(hour));
	});

	it("doesn't repeat what the user canceled while it's watched", async () => {
		const { watch, live, pass, taken } = setUp();
		const deployment = live("a");
		watch({ deployment, ids: ["updateCheck"] });
		deployment.cancel();
		assert.deepEqual(taken(), ["a updateCheck"]);
		await pass(30 * second);
		assert.deepEqual(taken(), []);
		await pass(minute);
		assert.deepEqual(taken(), ["a updateCheck"]);
	});

	it("never waits longer than five minutes, because machines sleep and clocks are adjusted", async () => {
		const { watch, live, pass, clock } = setUp();
		watch({ deployment: live("a"), ids: ["updateCheck"] });
		await pass(second);
		assert.ok((clock.next() ?? Infinity) <= 5 * minute);
	});

	it("stops when disposed of", async () => {
		const { watch, live, pass, taken, refresher, clock } = setUp();
		watch({ deployment: live("a"), ids: ["deploymentStats"] });
		await pass(second);
		taken();
		refresher.dispose();
		assert.equal(clock.alarms(), 0);
		await pass(5 * minute);
		assert.deepEqual(taken(), []);
	});
});

describe("the system clock", () => {
	it("returns the time and fires once", async () => {
		assert.ok(Math.abs(systemClock.now() - Date.now()) < 1000);
		await new Promise<void>((resolve) => {
			systemClock.after(1, resolve);
		});
	});

	it("doesn't fire after disposal", async () => {
		let rang = false;
		systemClock
			.after(1, () => {
				rang = true;
			})
			.dispose();
		await new Promise((resolve) => setTimeout(resolve, 10));
		assert.equal(rang, false);
	});
});
