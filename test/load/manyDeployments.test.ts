import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { stateOf } from "../../src/core/deployments/slot.ts";
import type { DeploymentStore } from "../../src/core/deployments/store.ts";
import { startSampleDeployment, type SampleDeployment } from "../sample-deployment/server.ts";
import { connect, knownSample } from "./connect.ts";

/** Latency of the slowest healthy deployment, in ms. */
const slowestMs = 1500;

describe("twenty deployments, one of which hangs and one of which fails", () => {
	let samples: readonly SampleDeployment[];
	let stores: readonly DeploymentStore[];

	before(async () => {
		samples = await Promise.all(Array.from({ length: 20 }, () => startSampleDeployment()));
		samples[0]?.setFault("all", { kind: "never" });
		samples[1]?.setFault("all", { kind: "status", status: 500 });
		samples[2]?.setFault("all", { kind: "slow", delayMs: slowestMs });
		stores = samples.map((sample, index) =>
			connect(knownSample(sample, `deployment-${index}`), sample.tokens.owner),
		);
	});
	after(async () => {
		for (const store of stores) store.dispose();
		await Promise.all(samples.map((sample) => sample.close()));
	});

	it("show the other eighteen as soon as the slowest of them responds", async () => {
		const all = stores.map((store) => store.refresh());
		await Promise.all(all.slice(2));
		// The request to the hanging one is still pending, so nothing waited for it.
		assert.equal(stores[0]?.snapshot.buildInfo.loading, true);
		for (const { snapshot } of stores.slice(2)) {
			for (const [id, slot] of Object.entries(snapshot)) {
				// The samples' access URL has another host, to which the user hasn't agreed.
				assert.equal(stateOf(slot), id === "health" ? "heldBack" : "ready", id);
			}
		}
		// Every healthy one except the slow one was ready long before.
		const arrived = stores.map(({ snapshot }) =>
			Math.max(...Object.values(snapshot).map(({ at = 0 }) => at)),
		);
		const [slow = 0, ...fast] = arrived.slice(2);
		for (const at of fast) assert.ok(at <= slow, "a fast deployment waited for the slow one");
		for (const slot of Object.values(stores[1]?.snapshot ?? {}))
			assert.equal(stateOf(slot), "failed");
	});

	it("receive one request per endpoint", () => {
		for (const sample of samples.slice(2)) assert.equal(sample.count("deploymentConfig"), 1);
	});

	it("leave no request or socket behind when the hanging one is canceled", async () => {
		stores[0]?.cancel();
		await sleep(50);
		assert.equal(stores[0]?.snapshot.buildInfo.loading, false);
		assert.equal(samples[0]?.openSockets(), 0);
	});
});
