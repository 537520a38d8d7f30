import assert from "node:assert/strict";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { contextOf, run } from "../../unit/chatTools/support/toolBench.ts";

describe("chat tools for health and license", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;

	const start = async (
		options: Parameters<typeof startSampleDeployment>[0],
		token: "owner" | "member" = "owner",
	) => {
		sample = await startSampleDeployment({ accessUrl: "self", ...options });
		return contextOf([bench(sample.url, { token: sample.tokens[token] }).store]);
	};
	afterEach(() => sample.close());

	it("return what the health check found, and what to do", async () => {
		const context = await start({
			conditions: { troubles: ["database", "proxy"], dismissed: ["WorkspaceProxy"] },
		});
		const { parts = [], problems } = await run("getHealth", {}, context);
		assert.equal(problems, undefined);
		const [first, ...others] = parts as readonly Record<string, unknown>[];
		assert.equal(first?.part, "Database");
		assert.equal(first.severity, "warning");
		assert.match(JSON.stringify(first), /"code":"EDB02".*"whatToDo":"Check the load/);
		assert.equal(others.at(-1)?.dismissed, true);
		assert.ok(sample.healthRuns().every(({ forced }) => !forced));
	});

	it("send the token to no other host", async () => {
		const context = await start({ accessUrl: "https://login.harbour.example" });
		const result = await run("getHealth", {}, context);
		assert.equal(result.parts, undefined);
		assert.match(result.problems?.join() ?? "", /heldBack.*login\.harbour\.example/);
		assert.equal(sample.count("health"), 0);
	});

	it("return the license without its IDs and account", async () => {
		const context = await start({ conditions: { license: "ending" } });
		const result = await run("getLicense", {}, context);
		const { state, warnings } = result.license as Record<string, unknown>;
		assert.equal(state, "endsSoon");
		assert.deepEqual(warnings, ["The sample's license ends."]);
		const features = result.features as readonly Record<string, unknown>[];
		assert.deepEqual(
			features.find(({ name }) => name === "user_limit"),
			{ name: "user_limit", entitlement: "entitled", enabled: true, limit: 100, used: 96 },
		);
		const text = JSON.stringify(result);
		for (const secret of ["sample-account-EXAMPLE", "5e1ec7ed-0b07-4a5a-9c0d-1a2b5b0b04"])
			assert.ok(!text.includes(secret), secret);
	});

	it("report to members what they can't read", async () => {
		const context = await start({}, "member");
		const health = await run("getHealth", {}, context);
		assert.match(health.problems?.join() ?? "", /^health: forbidden\. .*debug_info:read/);
		const license = await run("getLicense", {}, context);
		assert.match(license.problems?.join() ?? "", /^license term: forbidden\. /);
		assert.equal((license.license as Record<string, unknown>).state, "licensed");
		assert.equal(sample.count("health") + sample.count("licenses"), 0);
	});
});
