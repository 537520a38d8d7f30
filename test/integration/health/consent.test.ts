import assert from "node:assert/strict";
import { accessHost } from "../../../src/core/deployments/accessHost.ts";
import { systemClock } from "../../../src/core/deployments/refresher.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { hostToAgreeTo, runHealthCheck } from "../../../src/core/health/runHealthCheck.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { slowMachine } from "../../support/slowMachine.ts";

describe("the host that receives the session token in a health check", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;
	const elsewhere = "https://login.harbour.example";

	beforeEach(async () => {
		sample = await startSampleDeployment({ accessUrl: elsewhere });
	});
	afterEach(() => sample.close());

	const open = () => bench(sample.url, { token: sample.tokens.owner }).store;
	const never = new AbortController().signal;

	it("is determined by comparing the access URL with the deployment's URL", () => {
		const own = "https://coder.example.com/base";
		for (const [url, expected] of [
			["https://coder.example.com", { kind: "own" }],
			["https://CODER.example.com:443/", { kind: "own" }],
			["https://user:secret@coder.example.com/x", { kind: "own" }],
			["https://coder.example.com:8443", { kind: "other", host: "coder.example.com:8443" }],
			["http://coder.example.com", { kind: "other", host: "http://coder.example.com" }],
			[
				"https://coder.example.com.evil.example",
				{ kind: "other", host: "coder.example.com.evil.example" },
			],
			["https://coder.example.com@evil.example/", { kind: "other", host: "evil.example" }],
			["https://coder.example.com\\@evil.example/", { kind: "own" }],
			["javascript:alert(1)", { kind: "unknown" }],
			["", { kind: "unknown" }],
			[undefined, { kind: "unknown" }],
		] as const) {
			assert.deepEqual(accessHost(url, own), expected, url);
		}
		assert.deepEqual(accessHost("https://a.example", "http://a.example"), { kind: "own" });
	});

	it("prevents automatic requests and refreshes if it's another host", async () => {
		const store = open();
		await store.refresh();
		await store.refresh(["health"]);
		await store.refreshShared(["health"]);
		assert.equal(stateOf(store.snapshot.health), "heldBack");
		assert.equal(sample.count("health"), 0);
		assert.deepEqual(sample.healthRuns(), []);
		const { failure } = store.snapshot.health;
		assert.match(failure?.message ?? "", /login\.harbour\.example/);
		assert.equal(failure?.action, "checkHealth");
	});

	it("is named in the question, and requires consent", async () => {
		const store = open();
		await store.refresh(["buildInfo"]);
		assert.equal(hostToAgreeTo(store), "login.harbour.example");
		await runHealthCheck(store, "harbour.example", systemClock, never);
		await runHealthCheck(store, undefined, systemClock, never);
		assert.equal(sample.count("health"), 0);
		await runHealthCheck(store, "login.harbour.example", systemClock, never);
		assert.equal(stateOf(store.snapshot.health), "ready");
		assert.deepEqual(
			sample.healthRuns().map(({ accessUrl, forced }) => [accessUrl, forced]),
			[[elsewhere, true]],
		);
		// One consent isn't permanent.
		await store.refresh(["health"]);
		assert.equal(sample.healthRuns().length, 1);
		assert.equal(stateOf(store.snapshot.health), "stale");
	});

	it("requires consent again for each check, because the access URL may have changed", async () => {
		let now = Date.now();
		const { store } = bench(sample.url, { token: sample.tokens.owner, now: () => now });
		sample.setConfigOption("CODER_ACCESS_URL", sample.url);
		await store.refresh();
		assert.equal(sample.count("health"), 1);
		sample.setConfigOption("CODER_ACCESS_URL", elsewhere);
		now += 61_000;
		await store.refresh(["health"]);
		assert.equal(sample.count("health"), 1);
		assert.equal(store.snapshot.health.failure?.kind, "heldBack");
	});

	it("prevents requests while it's unknown", async () => {
		const store = open();
		sample.setFault("buildInfo", { kind: "status", status: 502 });
		await store.refresh(["health"]);
		assert.equal(sample.count("health"), 0);
		assert.equal(stateOf(store.snapshot.health), "failed");
	});
});
