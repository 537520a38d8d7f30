import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { saved, recorded, recordedAt } from "../../support/recorded.ts";
import { contextOf, run } from "./support/toolBench.ts";

/** Returns a deployment that needs no requests, because its answers are already loaded. */
async function called(name: string, url: string): Promise<Deployment> {
	const deployment = await recorded({
		buildInfo: { body: { version: `v2.35.1-${name}` } },
		updateCheck: { body: { current: true, version: "v2.35.0", url: "https://a.example/notes" } },
	});
	deployment.saved = { ...saved, key: url, url, name };
	return deployment;
}

describe("input of chat tools", () => {
	let list: readonly Deployment[];
	const context = () => contextOf(list, { now: () => recordedAt });
	const version = async (deployment: unknown): Promise<unknown> =>
		(await run("getBuild", { deployment }, context())).build?.version;
	const mistake = async (name: Parameters<typeof run>[0], input: unknown): Promise<string> => {
		const error: unknown = await run(name, input, context()).catch((e: unknown) => e);
		assert.ok(error instanceof Error, "it was accepted");
		return error.message;
	};

	before(async () => {
		list = [
			await called("Main", "https://coder.larkspur.example"),
			await called("staging", "https://larkspur.example/Team/coder"),
			await called("twin", "https://a.larkspur.example"),
			await called("Twin", "https://b.larkspur.example"),
		];
	});

	it("selects the active deployment unless another is named", async () => {
		for (const left of [undefined, null, ""]) assert.equal(await version(left), "v2.35.1-Main");
	});

	it("accepts a deployment's name or URL, in any case, or a page of its dashboard", async () => {
		for (const name of [
			"Staging",
			" staging ",
			"https://larkspur.example/Team/coder",
			"larkspur.example/team/coder/",
			"https://larkspur.example/Team/coder/workspaces?filter=owner:me",
		]) {
			assert.equal(await version(name), "v2.35.1-staging", name);
		}
	});

	it("is rejected for an unknown deployment, with a list of the known ones", async () => {
		const sentence =
			"There is no deployment “prod”. The user is signed in to: Main (https://coder.larkspur.example), " +
			"staging (https://larkspur.example/Team/coder), twin (https://a.larkspur.example), " +
			"Twin (https://b.larkspur.example).";
		assert.equal(await mistake("getBuild", { deployment: "prod" }), sentence);
		assert.ok((await mistake("getBuild", { deployment: "x".repeat(500) })).length < 400);
	});

	it("distinguishes deployments with the same name by URL", async () => {
		assert.equal(
			await mistake("getStatistics", { deployment: "TWIN" }),
			"Several deployments have this name. Use the URL of one of them: https://a.larkspur.example, https://b.larkspur.example.",
		);
		assert.equal(await version("https://b.larkspur.example"), "v2.35.1-Twin");
	});

	it("requires the user to be signed in", async () => {
		await assert.rejects(
			run("getBuild", {}, contextOf([])),
			/^Error: No one is signed in .*Sign In”\.$/,
		);
	});

	for (const [name, input, sentence] of [
		["getBuild", [], "The input must be a JSON object with these fields: deployment."],
		["getBuild", "all", "The input must be a JSON object with these fields: deployment."],
		["getBuild", { verbose: true }, "There is no input “verbose”. Use: deployment."],
		["getBuild", { deployment: 7 }, "“deployment” must be the name or the URL of a deployment."],
		["searchOptions", { limit: 0 }, "“limit” must be an integer from 1 to 50."],
		["searchOptions", { limit: 51 }, "“limit” must be an integer from 1 to 50."],
		["searchOptions", { limit: "10" }, "“limit” must be an integer from 1 to 50."],
		["getFindings", { skip: 1.5 }, "“skip” must be an integer from 0 to 100000."],
		[
			"searchOptions",
			{ query: "a".repeat(501) },
			"“query” must be a string of at most 500 characters.",
		],
		["getFindings", { severity: "low" }, "“severity” must be one of: high, warning, info."],
		[
			"compareDeployments",
			{ left: "Main", right: "main" },
			"“left” and “right” must not be the same.",
		],
		[
			"compareDeployments",
			{ left: "defaults", right: "DEFAULTS" },
			"“left” and “right” must not be the same.",
		],
		[
			"compareDeployments",
			{ left: {}, right: [], limit: -1 },
			"“left” must be the name or the URL of a deployment. “right” must be the name or the URL of a deployment. “limit” must be an integer from 1 to 50.",
		],
	] as const) {
		it(`is validated: ${name} ${JSON.stringify(input).slice(0, 60)}`, async () => {
			assert.equal(await mistake(name, input), sentence);
		});
	}

	it("never leads to a long message, whatever it contains", async () => {
		const many = Object.fromEntries(
			Array.from({ length: 1000 }, (_, index) => [`input${String(index)}`.padEnd(300, "x"), index]),
		);
		assert.ok((await mistake("getBuild", many)).length < 600);
		assert.match(await mistake("getBuild", JSON.parse('{"__proto__": 1}')), /^There is no input/);
		assert.match(await mistake("getBuild", { constructor: 1 }), /^There is no input/);
	});
});

describe("a request of a chat tool", () => {
	it("is sent before a canceled chat gets its empty answer", async () => {
		let calls = 0;
		const store = new DeploymentStore(saved, () => {
			calls += 1;
			return new Promise(() => undefined);
		});
		const controller = new AbortController();
		const context = contextOf([store], { signal: controller.signal });
		const running = run("getStatistics", {}, context);
		const rejected = assert.rejects(running, /no longer wanted/);
		controller.abort(new Error("no longer wanted"));
		await rejected;
		await assert.rejects(run("getBuild", {}, context), /no longer wanted/);
		assert.equal(calls, 1);
		assert.ok(store.snapshot.deploymentStats.loading, "others may wait for the same answer");
		store.dispose();
	});
});
