import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { textOf } from "../../support/everything.ts";
import { deadUrl } from "../../support/stubServer.ts";
import { slowMachine } from "../../support/slowMachine.ts";

describe("unreachable servers", function () {
	this.timeout(slowMachine);

	let sample: SampleDeployment;
	beforeEach(async () => {
		sample = await startSampleDeployment({ accessUrl: "self" });
	});
	afterEach(() => sample.close());

	it("refuse the connection", async () => {
		const url = await deadUrl();
		const { store, log } = bench(url, { token: sample.tokens.owner });
		await store.refresh();
		for (const id of endpointIds) {
			const slot = store.snapshot[id];
			assert.equal(stateOf(slot), "unreachable", id);
			assert.equal(slot.failure?.kind, "refused");
			assert.equal(slot.failure.message, `${new URL(url).host} refused the connection.`);
			assert.equal(
				slot.failure.advice,
				"Check that Coder is running there and that the port is correct.",
			);
			assert.equal(slot.failure.action, "retry");
			assert.equal(slot.failure.status, undefined);
		}
		assert.ok(!textOf([store.snapshot, log.raw]).includes(sample.tokens.owner));
	});

	it("have a name that can't be resolved", async () => {
		// A label can't be longer than 63 characters, so no name server is needed to reject this one.
		const host = `${"x".repeat(64)}.example`;
		const { store, log } = bench(`https://${host}`, { token: sample.tokens.owner });
		await store.refresh(["buildInfo", "user"]);
		for (const id of ["buildInfo", "user"] as const) {
			const { failure } = store.snapshot[id];
			assert.equal(failure?.kind, "nameNotFound", id);
			assert.equal(failure.message, `The host name ${host} can't be found.`);
			assert.equal(failure.advice, "Check the spelling of the URL and whether you need a VPN.");
			assert.equal(failure.action, "changeUrl");
			assert.equal(stateOf(store.snapshot[id]), "unreachable");
		}
		assert.ok(!textOf([store.snapshot, log.raw]).includes(sample.tokens.owner));
	});

	it("come back after a restart; until then, previous data is kept", async () => {
		const { store } = bench(sample.url, { token: sample.tokens.owner });
		await store.refresh();
		const before = store.snapshot;
		await sample.stop();
		await store.refresh();
		for (const id of endpointIds) {
			const slot = store.snapshot[id];
			assert.equal(stateOf(slot), "stale", id);
			assert.equal(slot.value, before[id].value);
			assert.equal(slot.failure?.kind, "refused", id);
		}
		await sample.restart();
		await store.refresh();
		for (const id of endpointIds) assert.equal(stateOf(store.snapshot[id]), "ready", id);
	});

	it("are upgraded: the next response shows the new version", async () => {
		const { store } = bench(sample.url, { token: sample.tokens.owner });
		await store.refresh(["buildInfo"]);
		assert.equal(store.snapshot.buildInfo.value?.version, "v2.35.1+8b44bd6");
		sample.upgrade("next");
		await store.refresh(["buildInfo"]);
		assert.equal(store.snapshot.buildInfo.value.version, "v2.36.0+5a3b1c0");
	});
});
