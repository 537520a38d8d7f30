import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { textOf } from "../../support/everything.ts";
import { startStub, type StubServer } from "../../support/stubServer.ts";
import { slowMachine } from "../../support/slowMachine.ts";

describe("redirects", function () {
	this.timeout(slowMachine);

	let elsewhere: StubServer;

	beforeEach(async () => {
		elsewhere = await startStub({ body: "{}" });
	});
	afterEach(() => elsewhere.close());

	it("to the access URL aren't followed: nothing is sent there, least of all the token", async () => {
		const sample = await startSampleDeployment({ accessUrlRedirect: elsewhere.url });
		try {
			const token = sample.tokens.owner;
			const { store, client, log } = bench(sample.url, { token });
			await store.refresh();
			await client.reportCsp({ "csp-report": {} });
			const { host } = new URL(sample.url);
			for (const id of endpointIds) {
				const slot = store.snapshot[id];
				assert.equal(stateOf(slot), "failed", id);
				assert.equal(slot.failure?.kind, "redirected");
				assert.equal(
					slot.failure.message,
					`${host} redirects to ${elsewhere.url}. Redirects aren't followed, so that your token isn't sent anywhere else.`,
				);
				assert.equal(
					slot.failure.advice,
					`If you trust it, sign in with the URL ${elsewhere.url} instead.`,
				);
				assert.equal(slot.failure.action, "changeUrl");
				assert.equal(slot.failure.status, 307);
			}
			assert.equal(elsewhere.connections(), 0);
			assert.ok(!textOf([store.snapshot, log.raw]).includes(token));
		} finally {
			await sample.close();
		}
	});

	for (const status of [301, 302, 303, 307, 308]) {
		it(`with ${status} aren't followed either`, async () => {
			const sample = await startSampleDeployment();
			try {
				const { store } = bench(sample.url, { token: sample.tokens.owner });
				await store.refresh();
				const { value } = store.snapshot.deploymentConfig;
				sample.setFault("all", { kind: "redirect", to: elsewhere.url, status });
				await store.refresh(["deploymentConfig"]);
				assert.equal(store.snapshot.deploymentConfig.failure?.kind, "redirected");
				assert.equal(stateOf(store.snapshot.deploymentConfig), "stale");
				assert.equal(store.snapshot.deploymentConfig.value, value);
				assert.equal(elsewhere.connections(), 0);
			} finally {
				await sample.close();
			}
		});
	}

	const explained = async (location: string | undefined) => {
		const server = await startStub({
			status: 302,
			headers: location === undefined ? {} : { Location: location },
		});
		try {
			const outcome = await bench(server.url, { token: "t" }).client.get("user");
			assert.ok(!outcome.ok);
			assert.equal(outcome.failure.kind, "redirected");
			return [outcome.failure.message.replace(server.host, "HOST"), outcome.failure.advice];
		} finally {
			await server.close();
		}
	};

	it("show no target if there is none, or none to sign in to", async () => {
		const unnamed = [
			"HOST redirects to another URL. Redirects aren't followed, so that your token isn't sent anywhere else.",
			"Check the URL.",
		];
		assert.deepEqual(await explained(undefined), unnamed);
		assert.deepEqual(await explained("mailto:mira@larkspur.example"), unnamed);
		assert.deepEqual(await explained("http://["), unnamed);
		// The same server, another page: signing in with its URL again would end up here.
		assert.deepEqual(await explained("/login?next=%2F"), unnamed);
	});

	it("show only the server of their target, no path, query, or password", async () => {
		const [message = "", advice = ""] = await explained(
			"https://user:secret@id.larkspur.example:8443/realms?code=secret#secret",
		);
		assert.ok(message.startsWith("HOST redirects to https://id.larkspur.example:8443. "));
		assert.ok(!message.includes("secret") && !advice.includes("secret"));
	});
});
