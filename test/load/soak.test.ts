import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { endpointIds } from "../../src/core/coder/endpoints.ts";
import { prerequisites } from "../../src/core/deployments/prerequisites.ts";
import { startSampleDeployment } from "../sample-deployment/server.ts";
import { connect, knownSample } from "./connect.ts";
import { recordFigure } from "./figures.ts";
import { heapBytes } from "./heapBytes.ts";

/** Number of refreshes; CI sets the full number. */
const refreshes = Number(process.env.SOAK_REFRESHES ?? 10_000);
/** Number of refreshes between two faults. */
const faultEvery = 7;

const faults = [
	{ kind: "status", status: 500 },
	{ kind: "status", status: 429, retryAfter: 1 },
	{ kind: "cut" },
	{ kind: "truncatedJson" },
	{ kind: "html200" },
	{ kind: "otherShape" },
	{ kind: "garbage" },
	{ kind: "status", status: 403 },
] as const;

describe("a soak test", () => {
	it(`keeps memory flat over ${refreshes} refreshes with faults, and leaves nothing behind`, async function () {
		this.timeout(600_000);
		const sample = await startSampleDeployment({ accessUrl: "self" });
		sample.setConfigOption("CODER_API_RATE_LIMIT", -1);
		const store = connect(knownSample(sample, "soak"), sample.tokens.owner);
		// The configuration is by far the largest answer, so it's requested only occasionally. Waiting for other
		// answers would pass on their faults.
		const small = endpointIds.filter(
			(id) => id !== "deploymentConfig" && prerequisites(id).length === 0,
		);
		let failed = 0;
		let early = 0;
		for (let turn = 0; turn < refreshes; turn++) {
			const id = turn % 50 === 0 ? "deploymentConfig" : small[turn % small.length];
			assert.ok(id);
			const fault = faults[Math.floor(turn / faultEvery) % faults.length];
			if (turn % faultEvery === 0 && fault) sample.setFault("all", { ...fault, times: 1 });
			await store.refresh([id]);
			if (store.snapshot[id].failure) failed++;
			if (turn % 500 === 0) sample.resetRequests();
			if (turn === Math.floor(refreshes / 5)) early = heapBytes();
		}
		sample.clearFaults();
		await store.refresh();
		for (const [id, slot] of Object.entries(store.snapshot)) {
			assert.equal(slot.failure, undefined, `${id} recovered`);
		}
		// All faults but one have an effect: a dropped keep-alive connection is retried immediately.
		const struck = Math.floor(refreshes / faultEvery);
		const share = (faults.length - 1) / faults.length;
		assert.ok(failed >= Math.floor(struck * share) - 1, `${failed} of ${struck} faults failed`);
		store.dispose();
		sample.resetRequests();
		const grownBytes = heapBytes() - early;
		// Idle connections are reused for the next request, and close on their own within seconds.
		for (let tries = 0; sample.openSockets() > 0 && tries < 100; tries++) await sleep(100);
		assert.equal(sample.openSockets(), 0, "sockets are left");
		await sample.close();
		const left = process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap");
		assert.deepEqual(left, []);
		recordFigure("soak", { refreshes, failed, heapGrowthBytes: grownBytes });
		assert.ok(grownBytes < 4_000_000, `the heap grew by ${grownBytes} bytes`);
	});
});
