import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { ApiFailure } from "../../../src/core/http/failure.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { bench } from "../../support/bench.ts";
import { fixtureText, needFixtures } from "../../support/fixtures.ts";
import { startStub, type StubReply } from "../../support/stubServer.ts";
import { slowMachine } from "../../support/slowMachine.ts";

const token = "FixtureTkn-FixtureTokenNotARealOne";

interface ErrorCase {
	readonly body: string;
	readonly status: number;
	readonly endpoint: EndpointId;
	readonly failure: Omit<ApiFailure, "causes" | "requestId" | "status">;
}

const permission = (name: string) => ({
	kind: "forbidden" as const,
	message: "Your role can't read this.",
	advice: `It requires the permission ${name}, which these roles have: Owner, Auditor.`,
	action: "signIn" as const,
});

/** How errors are explained. HOST is the server's address; MESSAGE and DETAIL come from the server. */
const cases: readonly ErrorCase[] = [
	{
		body: "error-400-validation",
		status: 400,
		endpoint: "tokenConfig",
		failure: {
			kind: "rejected",
			message: "The server rejected the request with status 400: MESSAGE",
			advice: "See the log for details.",
			action: "showLog",
		},
	},
	...["error-401", "error-401-invalid"].map((body) => ({
		body,
		status: 401,
		endpoint: "user" as const,
		failure: {
			kind: "signedOut" as const,
			message: "HOST didn't accept the session token.",
			advice: "Sign in again with a new token.",
			action: "signIn" as const,
			tokenRefused: "invalid" as const,
		},
	})),
	{
		body: "error-401-expired",
		status: 401,
		endpoint: "user",
		failure: {
			kind: "signedOut",
			message: "Your session at HOST has expired.",
			advice: "Sign in again with a new token.",
			action: "signIn",
			tokenRefused: "expired",
		},
	},
	{
		body: "error-401-suspended",
		status: 401,
		endpoint: "user",
		failure: {
			kind: "signedOut",
			message: "Your account at HOST isn't active (status: suspended).",
			advice: "Ask an administrator to reactivate it.",
			action: "signIn",
		},
	},
	{
		body: "error-403",
		status: 403,
		endpoint: "deploymentConfig",
		failure: permission("deployment_config:read"),
	},
	{
		body: "error-403-before-v2.20",
		status: 403,
		endpoint: "deploymentStats",
		failure: permission("deployment_stats:read"),
	},
	{
		body: "error-404-route",
		status: 404,
		endpoint: "experimentsAvailable",
		failure: {
			kind: "unsupported",
			message: "This server doesn't support this yet. It was added in v2.4.",
			advice: "No action is needed. This section stays empty.",
			action: "retry",
		},
	},
	{
		body: "error-404",
		status: 404,
		endpoint: "apiKey",
		failure: {
			kind: "rejected",
			message: "The server doesn't have this record, or this token can't read it.",
			advice:
				"A token that's limited to certain scopes might not be able to read it. Use one that has all scopes.",
			action: "signIn",
		},
	},
	{
		body: "error-429",
		status: 429,
		endpoint: "experiments",
		failure: {
			kind: "rateLimited",
			message: "The server is limiting the number of requests.",
			advice: "You can try again in 1 minute.",
			action: "retry",
			retryAfterMs: 60_000,
		},
	},
	{
		body: "error-500",
		status: 500,
		endpoint: "updateCheck",
		failure: {
			kind: "serverError",
			message: "Coder reported an error: MESSAGE DETAIL",
			advice: "Try again later. An administrator can find the cause in the server's log.",
			action: "retry",
		},
	},
	{
		body: "stats-processing-400",
		status: 400,
		endpoint: "deploymentStats",
		failure: {
			kind: "notReady",
			message: "The server is still collecting its first statistics.",
			advice: "They're available shortly after it starts.",
			action: "retry",
		},
	},
];

const json = (status: number, body: string): StubReply => ({
	status,
	headers: {
		"Content-Type": "application/json; charset=utf-8",
		"X-Coder-Build-Version": "v2.35.1+8b44bd6",
		"X-Coder-Request-Id": "3f0c9e4e-0000-4000-8000-00000000c0de",
		...(status === 429 && { "Retry-After": "60" }),
	},
	body,
});

describe("error responses of servers", function () {
	this.timeout(slowMachine);

	before(function () {
		needFixtures(this);
	});

	for (const { body, status, endpoint, failure } of cases) {
		it(`explain ${body} at ${endpoint} as ${failure.kind}`, async () => {
			const text = fixtureText(`variants/${body}.json`);
			const server = await startStub(json(status, text));
			try {
				const { client, log } = bench(server.url, { token });
				const outcome = await client.get(endpoint);
				assert.ok(!outcome.ok);
				const { message, detail } = JSON.parse(text) as { message: string; detail?: string };
				const { causes, requestId, status: got, ...explained } = outcome.failure;
				assert.deepEqual(explained, {
					...failure,
					message: failure.message
						.replace("HOST", server.host)
						.replace("MESSAGE", message)
						.replace("DETAIL", detail ?? ""),
				});
				assert.equal(got, status);
				assert.equal(requestId, "3f0c9e4e-0000-4000-8000-00000000c0de");
				assert.deepEqual(causes, [message, ...(detail === undefined ? [] : [detail])]);
				assert.ok(![...log.raw, JSON.stringify(outcome)].join("\n").includes(token));
			} finally {
				await server.close();
			}
		});
	}

	it("explain error-413-csp after a CSP report", async () => {
		const server = await startStub(json(413, fixtureText("variants/error-413-csp.json")));
		try {
			const outcome = await bench(server.url, { token }).client.reportCsp({ "csp-report": {} });
			assert.ok(!outcome.ok);
			assert.equal(outcome.failure.kind, "rejected");
			assert.match(
				outcome.failure.message,
				/^The server rejected the request with status 413: \w.*\.$/,
			);
		} finally {
			await server.close();
		}
	});

	it("accept csp-report-response as success", async () => {
		const server = await startStub(json(200, fixtureText("variants/csp-report-response.json")));
		try {
			const report = fixtureText("variants/csp-report-request.json");
			const { client } = bench(server.url, { token });
			const outcome = await client.reportCsp(JSON.parse(report) as Record<string, never>);
			assert.deepEqual(outcome, { ok: true, value: undefined });
			assert.deepEqual(JSON.parse(server.requests[0]?.body ?? ""), JSON.parse(report));
		} finally {
			await server.close();
		}
	});
});
