import assert from "node:assert/strict";
import { endpoints } from "../../../src/core/coder/endpoints.ts";
import { isLimitedAccount } from "../../../src/core/coder/limitedToken.ts";
import { explainStatus } from "../../../src/core/http/explainResponse.ts";
import { checkToken } from "../../../src/core/signIn/probe.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";

describe("a token with limited scopes", () => {
	let sample: SampleDeployment;
	beforeEach(async () => {
		sample = await startSampleDeployment();
		sample.setFault("user", { kind: "status", status: 404 });
		sample.setFault("apiKey", { kind: "status", status: 404 });
	});
	afterEach(() => sample.close());

	const check = (token: string) =>
		checkToken(bench(sample.url, { token }).client, { url: sample.url, token });

	it("signs in without a user name", async () => {
		const checked = await check(sample.tokens.owner);
		assert.ok(checked.ok);
		assert.ok(isLimitedAccount(checked.user.id));
		assert.equal(checked.user.username, sample.tokens.owner.slice(0, 10));
		assert.deepEqual(checked.user.roles, []);
	});

	it("doesn't sign in if the server rejects the token", async () => {
		for (const token of [sample.tokens.revoked, sample.tokens.expired]) {
			const checked = await check(token);
			assert.ok(!checked.ok, token);
		}
	});

	it("is asked for again by pasting another one if it's refused", async () => {
		sample.clearFaults();
		const refusal = async (token: string) => {
			const checked = await check(token);
			return checked.ok ? undefined : checked.pasted;
		};
		const { expired, revoked, suspended } = sample.tokens;
		assert.equal(await refusal(revoked), "This token wasn't accepted. Paste another one.");
		assert.equal(await refusal(expired), "This token has expired. Paste another one.");
		assert.equal(await refusal(suspended), undefined, "another token of the account doesn't help");
	});

	it("may lack permission where the account has it", () => {
		for (const [status, id] of [
			[403, "deploymentConfig"],
			[403, "deploymentStats"],
			[404, "user"],
			[404, "apiKey"],
		] as const) {
			const response = {
				status,
				body: '{"message":"Forbidden."}',
				header: (name: string) =>
					name.toLowerCase() === "content-type" ? "application/json" : undefined,
				values: () => [],
			};
			const url = new URL("https://coder.example.com/api/v2/x");
			const failure = explainStatus(response, url, endpoints[id], true);
			assert.equal(failure.kind, "forbidden", id);
			assert.equal(failure.message, "This session token can't read this.", id);
			assert.match(failure.advice, /scopes/, id);
			const account = explainStatus(response, url, endpoints[id], false);
			if (status === 403) assert.match(account.message, /^Your role/, id);
		}
	});
});
