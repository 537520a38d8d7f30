import assert from "node:assert/strict";
import { PerOrganization, type Send } from "../../../src/core/http/perOrganization.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { provisionersGroup } from "../../../src/core/overview/provisioners.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { until } from "../../support/until.ts";
import { slowMachine } from "../../support/slowMachine.ts";

describe("provisioners of several organizations", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;
	const organizations = ["Larkspur", "Forge", "Harbour"];

	const start = async (options: Parameters<typeof startSampleDeployment>[0] = {}) => {
		sample = await startSampleDeployment({ ...options, accessUrl: "self" });
	};
	afterEach(() => sample.close());

	const ids = ["permissions", "provisionerDaemons", "provisionerQueue"] as const;
	const readAs = async (token: "owner" | "member") => {
		const { store } = bench(sample.url, { token: sample.tokens[token] });
		await store.refresh(ids);
		return store.snapshot;
	};
	const names = (daemons: readonly { name: string; organization?: string }[] = []) =>
		daemons.map(({ name, organization }) => [name, organization].filter(Boolean).join(" of "));

	it("are those of all organizations for owners, and the queue is counted once", async () => {
		await start({ conditions: { organizations, waitingJobs: 4 } });
		const { provisionerDaemons, provisionerQueue } = await readAs("owner");
		assert.deepEqual(names(provisionerDaemons.value), [
			"bench-1 of Larkspur",
			"bench-2 of Larkspur",
			"bench-3 of Larkspur",
			"forge-1 of Forge",
			"forge-2 of Harbour",
		]);
		assert.deepEqual(provisionerQueue.value, { waiting: 4 });
	});

	it("are those of the organizations that the user administers, and no others are requested", async () => {
		await start({ conditions: { organizations, memberAdministers: ["Forge"], waitingJobs: 4 } });
		const snapshot = await readAs("member");
		assert.deepEqual(names(snapshot.provisionerDaemons.value), ["forge-1 of Forge"]);
		assert.equal(sample.count("provisionerDaemons"), 1);
		assert.equal(sample.count("provisionerQueue"), 1);
		const group = provisionersGroup("key", snapshot, Date.now());
		assert.match(group?.row.children?.[0]?.description ?? "", /Forge$/);
	});

	it("aren't requested for a member who administers none", async () => {
		await start({ conditions: { organizations } });
		const { store } = bench(sample.url, { token: sample.tokens.member });
		for (let turn = 0; turn < 3; turn++) await store.refresh(ids);
		const { provisionerDaemons, provisionerQueue } = store.snapshot;
		assert.equal(stateOf(provisionerDaemons), "forbidden");
		assert.equal(stateOf(provisionerQueue), "forbidden");
		for (const id of ["provisionerDaemons", "provisionerQueue"] as const)
			assert.equal(sample.count(id), 0, id);
		// Requested only before it's known that they aren't needed, and not refused.
		assert.equal(sample.count("organizations"), 1);
		assert.ok(sample.requests().every(({ status }) => status === 200));
	});

	it("aren't requested if the known permissions exclude them", async () => {
		await start({ conditions: { organizations } });
		const { store } = bench(sample.url, { token: sample.tokens.member });
		await store.refresh(["permissions"]);
		await store.refresh(ids);
		assert.equal(sample.count("organizations"), 0);
	});

	it("are requested two round trips after signing in, because organizations don't wait for permissions", async () => {
		await start();
		sample.setFault("permissions", { kind: "never" });
		const { store } = bench(sample.url, { token: sample.tokens.owner });
		const done = store.refresh(ids);
		await until(() => sample.count("permissions") === 1 && sample.count("organizations") === 1);
		assert.equal(sample.count("provisionerDaemons"), 0);
		store.cancel();
		await done;
		sample.clearFaults();
		await store.refresh(ids);
		assert.equal(store.snapshot.provisionerDaemons.value?.length, 3);
		assert.equal(sample.count("provisionerDaemons"), 1);
	});

	it("name no organization if there is only one, which is cached", async () => {
		await start();
		const { store } = bench(sample.url, { token: sample.tokens.owner });
		for (let turn = 0; turn < 3; turn++) await store.refresh(ids);
		assert.deepEqual(names(store.snapshot.provisionerDaemons.value), [
			"bench-1",
			"bench-2",
			"bench-3",
		]);
		assert.equal(sample.count("organizations"), 1);
		assert.equal(sample.count("provisionerDaemons"), 3);
	});

	it("are those of the default organization if a server doesn't list others", async () => {
		await start();
		for (const status of [404, 403]) {
			sample.setFault("organizations", { kind: "status", status });
			assert.equal((await readAs("owner")).provisionerDaemons.value?.length, 3);
		}
	});

	it("fail as a whole if an organization can't be read for another reason", async () => {
		for (const endpoint of ["organizations", "provisionerDaemons"] as const) {
			await start({ conditions: { organizations } });
			sample.setFault(endpoint, { kind: "status", status: 502 });
			assert.equal(stateOf((await readAs("owner")).provisionerDaemons), "failed");
			// A failing server doesn't get a second request for each one that it can't answer.
			const daemonRequests = sample
				.requests()
				.filter(({ endpoint: id }) => id === "provisionerDaemons");
			assert.equal(daemonRequests.length, endpoint === "organizations" ? 0 : 1);
			if (endpoint === "organizations") await sample.close();
		}
	});

	it("are canceled with their request", async () => {
		await start({ conditions: { organizations } });
		sample.setFault("organizations", { kind: "never" });
		const { client } = bench(sample.url, { token: sample.tokens.owner });
		const controller = new AbortController();
		const daemonRequests = client.get("provisionerDaemons", controller.signal);
		setTimeout(() => {
			controller.abort();
		}, 50);
		const reply = await daemonRequests;
		assert.equal(reply.ok ? "" : reply.failure.kind, "cancelled");
		sample.clearFaults();
		const again = await client.get("provisionerDaemons");
		assert.equal(again.ok ? again.value.value.length : 0, 5);
	});

	it("request no other path, whatever IDs a server invents, and only a few organizations", async () => {
		await start();
		const id = (index: number) => `0a6a6a6a-0000-4000-8000-${String(index).padStart(12, "0")}`;
		const daemonRequests: string[] = [];
		const send =
			(body: unknown): Send =>
			() =>
				Promise.resolve({ ok: true, value: body as never });
		const ask = (organization: string) => {
			daemonRequests.push(organization);
			return Promise.resolve({ ok: true as const, value: { value: [], tookMs: 1 } });
		};
		const bad = ["..", "../users/me", "%2e%2e", "a?b", "", `${id(1)}/x`].map((one) => ({
			id: one,
		}));
		await new PerOrganization(send(bad)).get("provisionerDaemons", ask, undefined);
		assert.deepEqual(daemonRequests, ["default"]);
		daemonRequests.length = 0;
		const many = Array.from({ length: 5000 }, (_, index) => ({ id: id(index), name: null }));
		await new PerOrganization(send(many)).get("provisionerDaemons", ask, undefined);
		assert.equal(daemonRequests.length, 20);
		daemonRequests.length = 0;
		for (const body of [null, {}, "x", [[]], [{ id: 1 }]])
			await new PerOrganization(send(body)).get("provisionerDaemons", ask, undefined);
		assert.deepEqual(
			daemonRequests,
			Array.from({ length: 5 }, () => "default"),
		);
	});
});
