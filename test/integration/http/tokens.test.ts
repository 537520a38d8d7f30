import assert from "node:assert/strict";
import { endpoints } from "../../../src/core/coder/endpoints.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import "../../support/stable.ts";
import { readTokenText } from "../../../src/core/coder/tokenText.ts";
import { checkToken } from "../../../src/core/signIn/probe.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { textOf } from "../../support/everything.ts";
import { slowMachine } from "../../support/slowMachine.ts";

describe("pasted tokens", function () {
	this.timeout(slowMachine);

	it("are recognized as invalid before they're sent", () => {
		const foreign = "A session token doesn't contain spaces or special characters. Copy it again.";
		const short = "This is too short for a session token, which has 33 characters. Copy all of it.";
		const tokenProblem = (text: string): string | undefined => {
			const reading = readTokenText(text);
			return reading.ok ? undefined : reading.message;
		};
		assert.equal(tokenProblem(""), "Paste the session token.");
		assert.equal(tokenProblem("two words"), foreign);
		// The line break isn't part of the token.
		assert.equal(tokenProblem("SampleOwnr-SampleOwnerNotRealTok\n"), short);
		assert.equal(tokenProblem("SampleOwnr-SampleOwnerNotRealTok\u00e9"), foreign);
		assert.equal(tokenProblem("SampleOwnr-SampleOwnerNotRealTok"), short);
		assert.equal(tokenProblem("SampleOwnr-SampleOwnerNotRealTokn"), undefined);
	});
});

describe("sent tokens", function () {
	this.timeout(slowMachine);

	let sample: SampleDeployment;
	beforeEach(async () => {
		sample = await startSampleDeployment();
	});
	afterEach(() => sample.close());

	it("are valid: account, roles, and expiry are shown", async () => {
		const check = await checkToken(bench(sample.url, { token: sample.tokens.owner }).client, {
			url: sample.url,
			token: sample.tokens.owner,
		});
		assert.ok(check.ok);
		assert.equal(check.user.username, "mira");
		assert.deepEqual(check.user.roles, [{ name: "owner", displayName: "Owner" }]);
		assert.ok((check.key?.expiresAt ?? 0) > Date.now() + 6 * 86_400_000);
	});

	it("are valid even if their key can't be read", async () => {
		sample.setFault("apiKey", { kind: "status", status: 404 });
		const check = await checkToken(bench(sample.url, { token: sample.tokens.member }).client, {
			url: sample.url,
			token: sample.tokens.member,
		});
		assert.ok(check.ok);
		assert.equal(check.key, undefined);
	});

	const refused = {
		expired: "Your session at HOST has expired. Sign in again with a new token.",
		revoked: "HOST didn't accept the session token. Sign in again with a new token.",
		suspended:
			"Your account at HOST isn't active (status: suspended). Ask an administrator to reactivate it.",
	} as const;

	for (const [name, message] of Object.entries(refused)) {
		it(`are rejected: ${name}`, async () => {
			const token = sample.tokens[name as keyof typeof refused];
			const { client, log } = bench(sample.url, { token });
			const check = await checkToken(client, { url: sample.url, token });
			const { host } = new URL(sample.url);
			assert.ok(!check.ok);
			assert.equal(check.message, message.replace("HOST", host));
			assert.ok(!textOf([check, log.raw]).includes(token));
		});
	}

	const foreign = {
		"a token of another deployment": "SampleElse-SampleElsewhereNotRealTok",
		"a token without a dash": "ghp_SampleSecretOfAnotherServiceNotReal",
		"a token whose first part is long": "SampleSecretOfAnotherService-NotReal-1",
		"a token that climbs out of its path": "../../../../csp/reports-SampleSecretNotReal",
	};

	for (const [name, token] of Object.entries(foreign)) {
		it(`are rejected: ${name}, which doesn't appear in any path or log`, async () => {
			const { client, log, store } = bench(sample.url, { token });
			const check = await checkToken(client, { url: sample.url, token });
			assert.ok(!check.ok);
			await store.refresh();
			assert.ok(!textOf([check, log.raw, store.snapshot]).includes(token));
			for (const { path } of sample.requests()) {
				assert.ok(!decodeURIComponent(path).includes(token), path);
				if (!token.startsWith("SampleElse-")) assert.ok(!path.includes("Sample"), path);
			}
		});
	}

	it("may expire while in use: previous data is kept", async () => {
		const { store } = bench(sample.url, { token: sample.tokens.auditor });
		await store.refresh();
		assert.equal(stateOf(store.snapshot.user), "ready");
		sample.revokeToken("auditor");
		await store.refresh();
		assert.equal(store.snapshot.user.failure?.kind, "signedOut");
		assert.equal(stateOf(store.snapshot.user), "stale");
		assert.equal(stateOf(store.snapshot.buildInfo), "ready");
		sample.revokeToken("auditor", false);
		await store.refresh();
		assert.equal(stateOf(store.snapshot.user), "ready");
	});

	it("of a member: endpoints that require a role are forbidden, others work", async () => {
		const { store } = bench(sample.url, { token: sample.tokens.member });
		await store.refresh();
		for (const [id, slot] of Object.entries(store.snapshot)) {
			const { permission } = endpoints[id as EndpointId];
			assert.equal(stateOf(slot), permission ? "forbidden" : "ready", id);
		}
		// What the server denied to a member wasn't requested.
		const refused = sample.requests().filter(({ status = 0 }) => status >= 400);
		assert.deepEqual(
			refused.map(({ endpoint }) => endpoint),
			["deploymentConfig", "deploymentStats"],
		);
	});

	it("may lose a permission: data that they can no longer read is hidden", async () => {
		const { store } = bench(sample.url, { token: sample.tokens.owner });
		await store.refresh();
		sample.setFault("deploymentConfig", { kind: "status", status: 403 });
		await store.refresh(["deploymentConfig"]);
		assert.equal(stateOf(store.snapshot.deploymentConfig), "forbidden");
	});

	it("may be missing: no request that requires one is sent", async () => {
		for (const token of [undefined, ""]) {
			sample.resetRequests();
			const { store } = bench(sample.url, { token });
			await store.refresh();
			assert.equal(store.snapshot.user.failure?.kind, "signedOut");
			assert.equal(
				store.snapshot.user.failure.message,
				"This machine has no session token for this deployment.",
			);
			assert.equal(store.snapshot.user.failure.advice, "Sign in again.");
			assert.equal(stateOf(store.snapshot.user), "signedOut");
			assert.deepEqual(
				sample.requests().map(({ endpoint }) => endpoint),
				["root", "buildInfo", "updateCheck", "entitlements"],
			);
		}
	});
});
