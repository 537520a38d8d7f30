import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import "../../support/stable.ts";
import type { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { comparedFile, secretFile } from "../../support/comparedFile.ts";
import { contextOf, run, type Facts } from "../../unit/chatTools/support/toolBench.ts";

describe("chat tools", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;
	let old: SampleDeployment;
	let owner: DeploymentStore;
	let member: DeploymentStore;

	before(async () => {
		sample = await startSampleDeployment();
		old = await startSampleDeployment({ version: "old", updateState: "notChecked" });
		owner = bench(sample.url, { token: sample.tokens.owner }).store;
		member = bench(old.url, { token: old.tokens.member }).store;
	});
	after(async () => {
		await sample.close();
		await old.close();
	});

	const ask = (name: Parameters<typeof run>[0], input: object = {}): Promise<Facts> =>
		run(name, input, contextOf([owner, member]));

	it("return the build and the update", async () => {
		const { deployment, asOf, problems, build, update } = await ask("getBuild");
		assert.deepEqual(deployment, { name: owner.saved.name, url: sample.url });
		assert.ok(Math.abs(Date.parse(asOf ?? "") - Date.now()) < 60_000);
		assert.equal(problems, undefined);
		assert.equal(build?.version, "v2.35.1+8b44bd6");
		assert.equal(build.kind, "release");
		assert.deepEqual(update, {
			state: "available",
			summary: "v2.36.0 is available",
			latestStable: "v2.36.0",
			releaseNotes: "https://github.com/coder/coder/releases/tag/v2.36.0",
		});
	});

	it("report that the server doesn't check for updates", async () => {
		const { build, update } = await ask("getBuild", { deployment: member.saved.name });
		assert.equal(build?.version, "v2.15.0+190cd1c");
		assert.deepEqual(update, { state: "notChecked", summary: "Not checked" });
	});

	it("find an option by its variable, with its value, default, and source", async () => {
		const { options, total, leftOut } = await ask("searchOptions", {
			query: "CODER_OIDC_GROUP_FIELD",
		});
		assert.equal(total, 1);
		assert.equal(leftOut, undefined);
		assert.deepEqual(options, [
			{
				name: "OIDC Group Field",
				env: "CODER_OIDC_GROUP_FIELD",
				flag: "--oidc-group-field",
				yaml: "oidc.groupField",
				group: "OIDC",
				description: "Claim that lists a user's groups.",
				value: "groups",
				source: "env",
				changed: true,
			},
		]);
	});

	it("find options with the panel's filters, matching names first", async () => {
		const { options, total, optionsOfDeployment } = await ask("searchOptions", {
			query: "@source:flag redirect",
		});
		assert.equal(optionsOfDeployment, 292);
		assert.deepEqual([total, options?.[0]?.env], [1, "CODER_REDIRECT_TO_ACCESS_URL"]);
		const url = await ask("searchOptions", { query: "access url", limit: 2 });
		assert.ok(Number(url.total) > 2);
		assert.deepEqual(
			url.options?.map(({ name }) => name),
			["Access URL", "Redirect to Access URL"],
		);
	});

	it("find options that match some of the words if none matches all, and report it", async () => {
		const { options, match, leftOut } = await ask("searchOptions", {
			query: "sign in with github zebra",
			limit: 5,
		});
		assert.equal(match, "someWords");
		assert.ok(options?.every(({ env }) => String(env).includes("GITHUB")));
		assert.ok(Number(leftOut) > 0);
		assert.deepEqual((await ask("searchOptions", { query: "zebra" })).options, []);
	});

	it("list the filters if one is unknown", async () => {
		const { unknownFilters } = await ask("searchOptions", { query: "@broken url" });
		assert.deepEqual(unknownFilters, ["@broken"]);
	});

	it("return search results page by page", async () => {
		const page = (skip: number) => ask("searchOptions", { query: "@changed", limit: 10, skip });
		const pages = [await page(0), await page(10)];
		assert.deepEqual(
			pages.map(({ leftOut, total }) => Number(total) - Number(leftOut)),
			[10, 10],
		);
		const names = pages.flatMap(({ options = [] }) => options.map(({ name }) => name));
		assert.equal(new Set(names).size, 20);
	});

	it("return only whether a secret is set", async () => {
		const { options } = await ask("searchOptions", { query: "@secret @changed oidc" });
		assert.deepEqual(
			options?.map(({ env, value, source }) => [env, value, source]),
			[["CODER_OIDC_CLIENT_SECRET", "Set", "env"]],
		);
	});

	it("list experiments with their states", async () => {
		const { experiments } = await ask("getExperiments");
		assert.deepEqual(
			experiments?.map(({ name, state }) => `${String(name)}: ${String(state)}`),
			[
				"oauth2: enabled",
				"workspace-usage: enabled",
				"mcp-server-http: enabled",
				"multi-organization: unknown",
				"minimum-implicit-member: available",
			],
		);
	});

	it("return statistics with their time window", async () => {
		const { workspacesByState, sessionsByApp, windowFrom, windowTo, ...rest } =
			await ask("getStatistics");
		assert.deepEqual(Object.keys(workspacesByState ?? {}).toSorted(), [
			"building",
			"failed",
			"pending",
			"running",
			"stopped",
		]);
		assert.equal(typeof sessionsByApp?.vscode, "number");
		assert.equal(Date.parse(windowTo ?? "") - Date.parse(windowFrom ?? ""), 15 * 60_000);
		assert.equal(typeof rest.bytesToWorkspaces, "number");
	});

	it("return findings, most important first, and count the muted ones", async () => {
		const { findings = [], total } = await ask("getFindings");
		assert.equal(total, findings.length);
		assert.equal(findings[0]?.severity, "high");
		const { rule } = findings[0];
		const muted = await run(
			"getFindings",
			{},
			contextOf([owner], { mutedFindings: { "*": [rule] } }),
		);
		assert.deepEqual([muted.total, muted.mutedByUser], [findings.length - 1, 1]);
		const infos = await ask("getFindings", { severity: "info" });
		assert.deepEqual(
			infos.findings,
			findings.filter(({ severity }) => severity === "info"),
		);
	});

	it("compare with the defaults unless told otherwise", async () => {
		const { left, right, changes = [], changesByKind, total } = await ask("compareDeployments");
		assert.deepEqual(left, { defaultsOf: owner.saved.name, version: "v2.35.1+8b44bd6" });
		assert.deepEqual((right?.deployment as Facts).url, sample.url);
		assert.equal(
			Object.values(changesByKind ?? {}).reduce<number>((sum, count) => sum + Number(count), 0),
			total,
		);
		assert.deepEqual(
			changes.find(({ env }) => env === "CODER_ACCESS_URL"),
			{
				name: "Access URL",
				env: "CODER_ACCESS_URL",
				kind: "added",
				left: { value: "Not set" },
				right: { value: "https://coder.larkspur.example", source: "env" },
			},
		);
		const back = await ask("compareDeployments", { left: sample.url, right: "Defaults" });
		assert.equal(back.changesByKind?.removed, changesByKind?.added);
	});

	it("compare two deployments", async () => {
		const auditor = bench(old.url, { token: old.tokens.auditor }).store;
		const { left, right, changesByKind } = await run(
			"compareDeployments",
			{ left: old.url, right: sample.url },
			contextOf([owner, auditor]),
		);
		assert.deepEqual([left?.version, right?.version], ["v2.15.0+190cd1c", "v2.35.1+8b44bd6"]);
		assert.equal(changesByKind?.onlyRight, 292 - 161 + Number(changesByKind?.onlyLeft ?? 0));
	});

	it("compare a workspace file with its deployment", async () => {
		const context = contextOf([owner], {
			readFile: (path) =>
				Promise.resolve(
					path === "coder.env" ? comparedFile<Deployment>(secretFile, owner) : undefined,
				),
		});
		const {
			file,
			counts,
			changes = [],
			notes,
		} = await run("compareFile", { file: "coder.env" }, context);
		assert.equal(file, "deploy/coder.env");
		assert.deepEqual(counts, { settings: 8, differ: 4, secrets: 2, notCompared: 1 });
		assert.match(String(notes), /Coder doesn't start with the value of CODER_TLS_ENABLE\./);
		assert.deepEqual(
			changes.find(({ env }) => env === "CODER_SESSION_DURATION"),
			{
				name: "Session Duration",
				env: "CODER_SESSION_DURATION",
				kind: "changed",
				left: { value: "1 hour (1h0m0s)", source: "env" },
				right: { value: "10 hours (10h0m0s)", source: "yaml" },
				line: 2,
			},
		);
		await assert.rejects(run("compareFile", {}, context), /must be the path of a file/);
		await assert.rejects(
			run("compareFile", { file: "../../etc/passwd" }, context),
			/The workspace has no readable file \.\.\/\.\.\/etc\/passwd/,
		);
		const empty = contextOf([owner], {
			readFile: () => Promise.resolve(comparedFile<Deployment>("A=1")),
		});
		await assert.rejects(run("compareFile", { file: "a" }, empty), /doesn't set any Coder options/);
	});

	it("report which roles can read what the account can't", async () => {
		const input = { deployment: old.url };
		const forbidden = /^\w+: forbidden\. Your role can't read this\. .*Owner, Auditor\.$/;
		for (const name of ["searchOptions", "getFindings", "getStatistics"] as const) {
			const { problems, ...rest } = await ask(name, input);
			assert.match(problems?.join() ?? "", forbidden);
			assert.deepEqual(Object.keys(rest), ["deployment"]);
		}
		const { left, changes } = await ask("compareDeployments", { left: old.url, right: sample.url });
		assert.match((left?.problems as string[]).join(), forbidden);
		assert.equal(changes, undefined);
		assert.equal((await ask("getExperiments", input)).problems, undefined);
	});
});
