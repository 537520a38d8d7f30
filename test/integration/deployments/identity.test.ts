import assert from "node:assert/strict";
import { Deployments } from "../../../src/core/deployments/deployments.ts";
import { DeploymentStore } from "../../../src/core/deployments/store.ts";
import { Sessions, type Secrets } from "../../../src/core/deployments/sessions.ts";
import { SharedFolder } from "../../../src/core/deployments/sharedAnswers.ts";
import type { SavedDeployment } from "../../../src/core/deployments/deployment.ts";
import { makeClients } from "../../../src/core/deployments/makeClients.ts";
import { readNetworkSettings } from "../../../src/core/http/settings/networkSettings.ts";
import { toSaved } from "../../../src/core/signIn/candidate.ts";
import { checkToken, findDeployment } from "../../../src/core/signIn/probe.ts";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { openMemory, openSecrets, type OpenSecrets } from "../../support/memories.ts";
import { recordingLogger } from "../../support/recordingLogger.ts";
import { temporaryFolder } from "../../unit/statistics/made.ts";

/** Secrets as a browser tab sees them: a value that it has read doesn't change. */
function tabSecrets(shared: OpenSecrets): Secrets {
	const cache = new Map<string, string | undefined>();
	return {
		get: async (key) => {
			if (!cache.has(key)) cache.set(key, await shared.get(key));
			return cache.get(key);
		},
		store: async (key, value) => {
			cache.set(key, value);
			await shared.store(key, value);
		},
		delete: async (key) => {
			cache.delete(key);
			await shared.delete(key);
		},
	};
}

describe("a deployment's token and account", () => {
	let sample: SampleDeployment;
	before(async () => {
		sample = await startSampleDeployment();
	});
	after(() => sample.close());
	beforeEach(() => {
		sample.resetRequests();
	});

	const settings = readNetworkSettings(() => undefined);

	/** Opens a window, with sign-in and shared answers. */
	function open(secrets: Secrets, memory = openMemory(), reloadHelps = true, folder?: string) {
		const shared = folder === undefined ? undefined : new SharedFolder(folder, "1");
		const sessions = new Sessions(secrets, 200);
		const clients = makeClients({
			sessions,
			userAgent: "test",
			log: recordingLogger(),
			settings: () => settings,
			isConfirmed: () => true,
			reloadHelps,
		});
		const connect = (saved: SavedDeployment) => {
			const client = clients.of(saved);
			return new DeploymentStore(saved, (id, signal) => client.get(id, signal), {
				shared: shared?.of(saved),
			});
		};
		const deployments = new Deployments(memory, secrets, connect, sessions);
		const signIn = async (token: string) => {
			const place = await findDeployment(sample.url, (url) => clients.anonymous(url, false));
			assert.ok(place.ok);
			const check = await checkToken(clients.as(sample.url, token, false), {
				url: sample.url,
				token,
			});
			assert.ok(check.ok, check.ok ? "" : check.message);
			const session = { token, user: check.user, key: check.key };
			return deployments.signIn(toSaved(place, session, undefined), token);
		};
		return { deployments, memory, signIn, shared };
	}

	const tokensSent = () => new Set(sample.requests().flatMap(({ token }) => token ?? []));

	it("never mix two accounts: a tab that still sees the old secret sends no requests", async () => {
		const secrets = openSecrets();
		const memory = openMemory();
		const folder = temporaryFolder();
		const first = open(tabSecrets(secrets), memory, true, folder);
		await first.signIn(sample.tokens.owner);
		const second = open(tabSecrets(secrets), memory, true, folder);
		await second.deployments.list[0]?.refresh(["user"]);
		await first.signIn(sample.tokens.member);
		second.deployments.sync();
		const deployment = second.deployments.list[0] ?? assert.fail();
		assert.equal(deployment.saved.account.username, "tove");
		sample.resetRequests();
		await deployment.refresh();
		assert.deepEqual([...tokensSent()], [], "the owner's token went along");
		const { failure, value } = deployment.snapshot.deploymentConfig;
		assert.equal(value, undefined);
		assert.equal(failure?.kind, "signedOut");
		assert.equal(failure.action, "reloadWindow");
		assert.match(failure.message, /another account's session token/);
		await second.shared?.settled();
		const member = open(tabSecrets(secrets), memory, true, folder).deployments.list[0];
		assert.equal(await second.shared?.of(deployment.saved).read("deploymentConfig"), undefined);
		await member?.refresh(["user"]);
		assert.equal(member?.snapshot.user.value?.username, "tove");
	});

	it("explain how to recover on the desktop, where profiles only share secrets", async () => {
		const secrets = openSecrets();
		const mine = open(secrets, openMemory(), false);
		await mine.signIn(sample.tokens.owner);
		await open(secrets, openMemory(), false).signIn(sample.tokens.member);
		sample.resetRequests();
		await mine.deployments.list[0]?.refresh();
		assert.deepEqual([...tokensSent()], []);
		const failure = mine.deployments.list[0]?.snapshot.user.failure;
		assert.equal(failure?.action, "signIn");
		assert.match(failure.message, /belongs to another account/);
	});

	it("suggest reloading in a tab without a secret, and signing in on a desktop", async () => {
		for (const [reloadHelps, action, words] of [
			[true, "reloadWindow", /can't access the session token/],
			[false, "signIn", /no session token/],
		] as const) {
			const memory = openMemory();
			await open(openSecrets(), memory).signIn(sample.tokens.owner);
			const other = open(openSecrets(), memory, reloadHelps);
			await other.deployments.list[0]?.refresh(["user"]);
			const failure = other.deployments.list[0]?.snapshot.user.failure;
			assert.equal(failure?.action, action);
			assert.match(failure.message, words);
		}
	});

	/** Creates what version 0.1 stored. */
	async function keptBefore(token: string, saved: SavedDeployment) {
		const secrets = openSecrets();
		await secrets.store(`session:${saved.key}`, JSON.stringify({ url: saved.url, token }));
		return secrets;
	}

	it("are verified once if version 0.1 didn't store the token's account", async () => {
		const memory = openMemory();
		const { saved } = await open(openSecrets(), memory).signIn(sample.tokens.owner);
		const secrets = await keptBefore(sample.tokens.owner, saved);
		sample.resetRequests();
		const window = open(secrets, memory);
		await window.deployments.list[0]?.refresh();
		assert.equal(window.deployments.list[0]?.snapshot.deploymentConfig.failure, undefined);
		assert.equal(sample.requests().find(({ hasToken }) => hasToken)?.endpoint, "user");
		assert.equal(sample.count("user"), 2, "one to check it and one that was asked for");
		assert.ok([...secrets.entries.values()][0]?.includes(saved.account.id));
		assert.equal(await new Sessions(secrets).token(saved), sample.tokens.owner);
	});

	it("aren't combined if version 0.1 stored another account's token", async () => {
		const memory = openMemory();
		const { saved } = await open(openSecrets(), memory).signIn(sample.tokens.member);
		const secrets = await keptBefore(sample.tokens.owner, saved);
		sample.resetRequests();
		await open(secrets, memory).deployments.list[0]?.refresh();
		const requested = new Set(
			sample
				.requests()
				.filter(({ hasToken }) => hasToken)
				.map((r) => r.endpoint),
		);
		assert.deepEqual([...requested], ["user"], "nothing but whose it is");
	});

	for (const [name, silent] of [
		["reading", { get: () => new Promise<never>(() => undefined) }],
		["keeping", { store: () => new Promise<never>(() => undefined) }],
	] as const) {
		it(`don't wait forever for an unresponsive keyring when ${name}`, async () => {
			const secrets: Secrets = { ...openSecrets(), ...silent };
			if (name === "keeping") {
				const window = open(secrets);
				await assert.rejects(window.signIn(sample.tokens.owner));
				assert.deepEqual(window.deployments.list, []);
				return;
			}
			const memory = openMemory();
			await open(openSecrets(), memory).signIn(sample.tokens.owner);
			const deployment = open(secrets, memory).deployments.list[0] ?? assert.fail();
			await deployment.refresh();
			for (const id of endpointIds) assert.equal(deployment.snapshot[id].loading, false, id);
			const { failure } = deployment.snapshot.deploymentConfig;
			assert.match(failure?.message ?? "", /secret storage didn't respond within/);
			assert.equal(failure?.action, "retry");
			const cancelled = deployment.refresh(["user"]);
			deployment.cancel();
			await cancelled;
			assert.equal(deployment.snapshot.user.loading, false);
		});
	}
});
