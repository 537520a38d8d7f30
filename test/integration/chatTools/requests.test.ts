import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench, type Bench } from "../../support/bench.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { contextOf, run } from "../../unit/chatTools/support/toolBench.ts";

describe("requests of chat tools", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;
	let opened: Bench;
	let now: number;
	const context = () => contextOf([opened.store], { now: () => now });

	beforeEach(async () => {
		sample = await startSampleDeployment();
		now = Date.now();
		opened = bench(sample.url, { token: sample.tokens.owner, now: () => now });
	});
	afterEach(() => sample.close());

	it("are sent once per endpoint, even if tools run in parallel", async () => {
		await Promise.all([
			run("getBuild", {}, context()),
			run("getFindings", {}, context()),
			run("getExperiments", {}, context()),
			run("compareDeployments", {}, context()),
			run("searchOptions", {}, context()),
			run("getStatistics", {}, context()),
		]);
		await run("getFindings", {}, context());
		for (const endpoint of [
			"buildInfo",
			"updateCheck",
			"deploymentConfig",
			"deploymentStats",
			"experiments",
			"experimentsAvailable",
		] as const) {
			assert.equal(sample.count(endpoint), 1, endpoint);
		}
		assert.equal(sample.count(), 6);
	});

	it("are sent again only for outdated answers", async () => {
		await run("getStatistics", {}, context());
		await run("getBuild", {}, context());
		sample.resetRequests();
		now += 60_000;
		await run("getStatistics", {}, context());
		await run("getBuild", {}, context());
		assert.deepEqual([sample.count("deploymentStats"), sample.count()], [1, 1]);
	});

	it("that fail leave the old answer, with its age and the reason", async () => {
		const { asOf } = await run("getStatistics", {}, context());
		await sample.stop();
		now += 60_000;
		const stale = await run("getStatistics", {}, context());
		assert.equal(stale.asOf, asOf);
		assert.match(stale.problems?.join() ?? "", /^statistics: stale\. /);
		assert.ok(stale.workspacesByState);
		await sample.restart();
	});

	it("return nothing that the account can no longer read", async () => {
		assert.ok((await run("getStatistics", {}, context())).workspacesByState);
		sample.setFault("deploymentStats", { kind: "status", status: 403 });
		now += 60_000;
		const { problems, ...rest } = await run("getStatistics", {}, context());
		assert.match(problems?.join() ?? "", /^statistics: forbidden\. /);
		assert.deepEqual(Object.keys(rest), ["deployment"]);
	});
});
