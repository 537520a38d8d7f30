import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DeploymentChange } from "../../../src/api.ts";
import {
	announceChanges,
	listDeployments,
	takeSnapshot,
} from "../../../src/core/publicApi/answers.ts";
import type { Deployments } from "../../../src/core/deployments/deployments.ts";
import { compareFile } from "../../../src/core/publicApi/compareFile.ts";
import { previewUpgrade } from "../../../src/core/publicApi/previewUpgrade.ts";
import { fileSettings } from "../../../src/core/files/fileSettings.ts";
import { assertGolden } from "../../support/golden.ts";
import { comparedFile } from "../../support/comparedFile.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { slowMachine } from "../../support/slowMachine.ts";
import { knownAt } from "../../support/bench.ts";
import { deploymentsAt } from "./support/deploymentsAt.ts";

describe("the API for other extensions", function () {
	this.timeout(slowMachine);
	let sample: SampleDeployment;
	let deployments: Deployments;

	beforeEach(async () => {
		sample = await startSampleDeployment();
		deployments = await deploymentsAt(
			{ url: sample.url, token: sample.tokens.owner, name: "Larkspur" },
			{ url: `${sample.url}/`, token: sample.tokens.member, name: "Member" },
		);
	});
	afterEach(async () => {
		deployments.dispose();
		await sample.close();
	});

	it("returns the list of deployments without any request", () => {
		assert.deepEqual(listDeployments(deployments), [
			{ id: sample.url, name: "Larkspur", url: sample.url, active: false },
			{ id: `${sample.url}/`, name: "Member", url: `${sample.url}/`, active: true },
		]);
		assert.equal(sample.count(), 0);
	});

	it("returns how a file differs from its own deployment or from another one", async () => {
		const text =
			"CODER_SESSION_DURATION=1h\nCODER_OIDC_CLIENT_SECRET=x\nCODER_TLS_ENABLE=yes\nCODER_X=1";
		const about = deployments.find(sample.url);
		const compared = await compareFile(deployments, comparedFile(text, about), undefined);
		assert.ok(Object.isFrozen(compared?.settings[0]));
		assert.deepEqual(compared, {
			deployment: { id: sample.url, name: "Larkspur", url: sample.url, active: false },
			settings: [
				{
					name: "CODER_SESSION_DURATION",
					option: "CODER_SESSION_DURATION",
					line: 1,
					state: "differs",
					value: "1h0m0s",
					deploymentValue: "10h0m0s",
				},
				{
					name: "CODER_OIDC_CLIENT_SECRET",
					option: "CODER_OIDC_CLIENT_SECRET",
					line: 2,
					state: "secret",
				},
				{
					name: "CODER_TLS_ENABLE",
					option: "CODER_TLS_ENABLE",
					line: 3,
					state: "refused",
					value: "yes",
					deploymentValue: "false",
				},
			],
		});
		const file = comparedFile(text, about);
		assert.equal(await compareFile(deployments, file, "https://nobody.example"), undefined);
		assert.equal(await compareFile(deployments, file, `${sample.url}/`), undefined, "a member");
	});

	it("leaves out what a flag in the file overrides, and what isn't an option", async () => {
		const text = "CODER_TLS_ENABLE=true CODER_X=1 coder server --tls-enable=false --x=1\n";
		const file = { ...comparedFile("", deployments.find(sample.url)) };
		const settings = fileSettings(text, "shell");
		assert.equal(settings.length, 4);
		const compared = await compareFile(deployments, { ...file, settings }, undefined);
		assert.deepEqual(
			compared?.settings.map(({ name, state, value }) => [name, state, value]),
			[["--tls-enable", "same", "false"]],
		);
	});

	it("returns nothing about a file if the user signs out meanwhile", async () => {
		const deployment = deployments.find(sample.url);
		assert.ok(deployment);
		const compared = compareFile(
			deployments,
			comparedFile("CODER_TLS_ENABLE=true", deployment),
			undefined,
		);
		await deployments.signOut(deployment);
		assert.equal(await compared, undefined);
	});

	it("fires an event about a deployment that the user has just signed in to", async () => {
		const other = await startSampleDeployment({ version: "old" });
		const changes: DeploymentChange[] = [];
		const announcing = announceChanges(deployments, (change) => changes.push(change));
		try {
			const added = await deployments.signIn(knownAt(other.url), other.tokens.owner);
			changes.length = 0;
			await added.refresh(["buildInfo"]);
			await added.refresh(["buildInfo"]);
			assert.ok(changes.length > 0);
		} finally {
			announcing.dispose();
			await other.close();
		}
	});

	it("previews an upgrade to a release or to the version of another deployment", async () => {
		const newer = await startSampleDeployment({ version: "dev" });
		const old = await startSampleDeployment({ version: "old" });
		old.setConfigOption("CODER_IN_MEMORY", true, "flag");
		const pair = await deploymentsAt(
			{ url: old.url, token: old.tokens.owner, name: "Old" },
			{ url: newer.url, token: newer.tokens.owner, name: "Newer" },
			{ url: `${newer.url}/`, token: newer.tokens.member, name: "Member" },
		);
		try {
			const preview = await previewUpgrade(pair, old.url, "v2.35.1");
			assert.ok(preview && Object.isFrozen(preview.changes[0]));
			assert.deepEqual(preview.deployment, listDeployments(pair)[0]);
			assert.deepEqual(
				[preview.from, preview.to, preview.problem],
				["v2.15.0", "v2.35", undefined],
			);
			assert.deepEqual(preview.changes[0], {
				when: "before",
				id: "CODER_IN_MEMORY",
				name: "In Memory Database",
				text: "The server won't start with the flag --in-memory. Remove it.",
				stopsServer: true,
				documentation: "https://coder.com/docs/reference/cli/server",
			});
			assert.deepEqual(
				[...new Set(preview.changes.map(({ when }) => when))],
				["before", "automatic", "new", "after"],
			);
			assertGolden(
				"api-preview",
				preview.changes.map((change) => `${JSON.stringify(change)}\n`).join(""),
			);
			const before = old.count();
			const latest = await previewUpgrade(pair, old.url, undefined);
			assert.deepEqual([latest?.from, latest?.to], ["v2.15.0", "v2.16"]);
			assert.equal(old.count(), before, "nothing is asked for again");
			const to = await previewUpgrade(pair, old.url, newer.url);
			assert.match(to?.to ?? "", /devel|main/);
			const back = await previewUpgrade(pair, newer.url, old.url);
			assert.match(back?.problem ?? "", /Only upgrades can be previewed/);
			assert.deepEqual([back?.to, back?.notes, back?.changes], [undefined, [], []]);
			for (const [id, target] of [
				["nowhere", undefined],
				[old.url, "nowhere"],
				[old.url, ""],
				[old.url, 35],
				[old.url, `${newer.url}/`],
				[`${newer.url}/`, undefined],
			] as const)
				assert.equal(await previewUpgrade(pair, id, target as string), undefined, String(target));
		} finally {
			pair.dispose();
			await Promise.all([old.close(), newer.close()]);
		}
	});

	it("explains why upgrades can't be previewed, in masked and bounded texts", async () => {
		const version = `v9.0.0 https://user:hunter22@evil.example ${"x".repeat(100_000)}`;
		const server = createServer(({ url = "" }, response) => {
			response.setHeader("Content-Type", "application/json");
			const answer = url.endsWith("/buildinfo")
				? { version, external_url: "" }
				: url.endsWith("/deployment/config")
					? { config: {}, options: [] }
					: [];
			response.end(JSON.stringify(answer));
		});
		await once(server.listen(0, "127.0.0.1"), "listening");
		const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		const strange = await deploymentsAt({ url, token: sample.tokens.owner });
		try {
			const preview = await previewUpgrade(strange, url, "v2.35");
			assert.match(preview?.problem ?? "", /^Upgrades from v9/);
			assert.ok(!preview?.problem?.includes("hunter22"));
			assert.ok((preview?.problem?.length ?? 0) <= 1000);
			assert.deepEqual([preview?.notes, preview?.changes], [[], []]);
		} finally {
			strange.dispose();
			server.close();
		}
	});

	it("returns a snapshot after one request per endpoint", async () => {
		const [first, again] = await Promise.all([
			takeSnapshot(deployments, sample.url),
			takeSnapshot(deployments, sample.url),
		]);
		assert.deepEqual(again, first);
		await takeSnapshot(deployments, sample.url);
		// Health would send the token to another host, so it wasn't requested.
		assert.equal(sample.count("health"), 0);
		assert.equal(sample.count(), 10);
		assert.equal(first?.health.state, "failed");
		assert.match(first.health.problem ?? "", /coder\.larkspur\.example/);
		assert.equal(first.license.value?.state, "licensed");
		assert.ok(first);
		const { deployment, build, update, experiments, statistics, configuration } = first;
		assert.deepEqual(deployment, listDeployments(deployments)[0]);
		const parts = [build, update, experiments, statistics, configuration];
		assert.ok(parts.every(({ state, at, problem }) => state === "ready" && at && !problem));
		assert.equal(build.value?.version, "v2.35.1+8b44bd6");
		assert.deepEqual([update.value?.state, update.value?.latest], ["available", "v2.36.0"]);
		assert.deepEqual(experiments.value, {
			enabled: ["oauth2", "workspace-usage", "mcp-server-http", "multi-organization"],
			available: ["minimum-implicit-member"],
		});
		assert.equal(typeof statistics.value?.workspaces.running, "number");
		assert.equal(configuration.value?.options.length, 292);
	});

	it("returns options in the format that flags and variables accept", async () => {
		const { configuration } = (await takeSnapshot(deployments, sample.url)) ?? {};
		const option = (env: string) => configuration?.value?.options.find((one) => one.env === env);
		assert.deepEqual(option("CODER_OIDC_GROUP_FIELD"), {
			id: "CODER_OIDC_GROUP_FIELD",
			name: "OIDC Group Field",
			description: "Claim that lists a user's groups.",
			flag: "oidc-group-field",
			env: "CODER_OIDC_GROUP_FIELD",
			yaml: "oidc.groupField",
			groups: ["OIDC"],
			value: "groups",
			source: "env",
			secret: false,
			useInstead: [],
		});
		const { secret, value, source } = option("CODER_OIDC_CLIENT_SECRET") ?? {};
		assert.deepEqual([secret, value, source], [true, undefined, "env"]);
		assert.match(option("CODER_SESSION_DURATION")?.value ?? "", /^\d+h0m0s$/);
	});

	it("reports what the account can't read", async () => {
		const { configuration, statistics, build } =
			(await takeSnapshot(deployments, `${sample.url}/`)) ?? {};
		for (const part of [configuration, statistics]) {
			assert.equal(part?.state, "forbidden");
			assert.equal(part.value, undefined);
			assert.match(part.problem ?? "", /Owner, Auditor/);
		}
		assert.equal(build?.state, "ready");
	});

	it("returns undefined for deployments that don't or no longer exist", async () => {
		for (const id of ["", "nowhere", undefined, 7, {}]) {
			assert.equal(await takeSnapshot(deployments, id as string), undefined);
		}
		const before = takeSnapshot(deployments, sample.url);
		const deployment = deployments.find(sample.url);
		assert.ok(deployment);
		await deployments.signOut(deployment);
		assert.equal(await before, undefined);
		assert.equal(listDeployments(deployments).length, 1);
	});

	it("returns copies that the caller can't change", async () => {
		const snapshot = await takeSnapshot(deployments, sample.url);
		const unfrozen: string[] = [];
		let objects = 0;
		const look = (value: unknown, path: string): void => {
			if (typeof value !== "object" || value === null) return;
			objects += 1;
			if (!Object.isFrozen(value)) unfrozen.push(path);
			for (const [key, part] of Object.entries(value)) look(part, `${path}.${key}`);
		};
		look(snapshot, "snapshot");
		look(listDeployments(deployments), "list");
		assert.deepEqual(unfrozen, []);
		assert.ok(objects > 292);
		// It neither freezes nor returns the extension's own objects.
		const ours = deployments.find(sample.url)?.snapshot.deploymentConfig.value;
		assert.ok(ours && !Object.isFrozen(ours.options[0]));
	});

	it("fires an event after a response, and none when a request starts", async () => {
		const changes: DeploymentChange[] = [];
		const announcing = announceChanges(deployments, (change) => changes.push(change));
		await takeSnapshot(deployments, sample.url);
		assert.deepEqual(changes, Array(10).fill({ id: sample.url }));
		changes.length = 0;
		await takeSnapshot(deployments, sample.url);
		assert.deepEqual(changes, []);
		const deployment = deployments.find(sample.url);
		assert.ok(deployment);
		await deployment.refresh(["user", "tokenConfig"]);
		assert.deepEqual(changes, [], "of what is not told");
		await deployments.switchTo(deployment);
		await deployments.rename(deployment, "Main");
		assert.deepEqual(changes, [{}, {}]);
		announcing.dispose();
		await deployment.refresh(["buildInfo"]);
		assert.equal(changes.length, 2);
	});
});
