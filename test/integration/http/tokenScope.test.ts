import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";

const ofToken = "This session token can't read this.";
const ofAccount = "Your role can't read this.";

describe("a refusal", () => {
	let sample: SampleDeployment;
	beforeEach(async () => {
		sample = await startSampleDeployment();
	});
	afterEach(() => sample.close());

	const messages = async (
		token: string,
		ids: readonly ("deploymentConfig" | "deploymentStats")[],
	) => {
		const { store } = bench(sample.url, { token });
		await store.refresh(ids);
		return ids.map((id) => store.snapshot[id].failure?.message);
	};
	const refuse = (): void => {
		for (const id of ["deploymentConfig", "deploymentStats"] as const)
			sample.setFault(id, { kind: "status", status: 403 });
	};
	const both = ["deploymentConfig", "deploymentStats"] as const;

	it("is due to the token if the account's roles permit it: an owner's or auditor's token that can read users", async () => {
		refuse();
		for (const token of ["owner", "auditor"] as const) {
			sample.resetRequests();
			assert.deepEqual(await messages(sample.tokens[token], both), [ofToken, ofToken], token);
			assert.equal(sample.count("user"), 1, "asked once for both");
		}
	});

	it("is due to the token if it can't read its own account either", async () => {
		refuse();
		sample.setFault("user", { kind: "status", status: 404 });
		assert.deepEqual(await messages(sample.tokens.member, both), [ofToken, ofToken]);
	});

	it("is due to the account if its roles don't permit it", async () => {
		assert.deepEqual(await messages(sample.tokens.member, both), [ofAccount, ofAccount]);
		const { store } = bench(sample.url, { token: sample.tokens.member });
		await store.refresh(["deploymentStats"]);
		assert.equal(
			store.snapshot.deploymentStats.failure?.advice,
			"It requires the permission deployment_stats:read, which these roles have: Owner, Auditor.",
		);
	});

	it("is due to the account unless more is known", async () => {
		refuse();
		sample.setFault("user", { kind: "status", status: 500, times: 1 });
		const { store } = bench(sample.url, { token: sample.tokens.owner });
		await store.refresh(["deploymentConfig"]);
		assert.equal(store.snapshot.deploymentConfig.failure?.message, ofAccount);
		await store.refresh(["deploymentConfig"]);
		assert.equal(store.snapshot.deploymentConfig.failure.message, ofToken);
	});

	it("causes no extra request if everything is requested anyway", async () => {
		refuse();
		const { store } = bench(sample.url, { token: sample.tokens.owner });
		await store.refresh();
		assert.equal(store.snapshot.deploymentConfig.failure?.message, ofToken);
		assert.ok(sample.count("user") <= 2);
	});
});
