import assert from "node:assert/strict";
import "../../support/stable.ts";
import type { FailureAction, FailureKind } from "../../../src/core/http/failure.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { stateOf, type SlotState, type Snapshot } from "../../../src/core/deployments/slot.ts";
import { startSampleDeployment, type SampleDeployment } from "../../sample-deployment/server.ts";
import type { Fault } from "../../sample-deployment/faults/fault.ts";
import { recordFault, withoutPorts } from "../../records/faultRecords.ts";
import { bench, type Bench } from "../../support/bench.ts";
import { textOf } from "../../support/everything.ts";
import { startStub } from "../../support/stubServer.ts";
import { until } from "../../support/until.ts";
import { slowMachine } from "../../support/slowMachine.ts";

interface FaultCase {
	readonly name: string;
	readonly fault: Fault;
	/** The affected endpoint; statistics by default. */
	readonly at?: EndpointId;
	readonly kind: FailureKind;
	/** The exact message; HOST stands for the server's address. */
	readonly message: string | RegExp;
	readonly advice: string;
	readonly action: FailureAction;
	readonly status?: number;
	/** The state of a slot that never had a value; one that had a value is "stale". */
	readonly first: SlotState;
	/** The state of a slot that had a value; "stale" by default. */
	readonly later?: SlotState;
	readonly retryAfterMs?: number;
	/** A shorter timeout for requests, in ms. */
	readonly timeoutMs?: number;
}

const signInAgain = "Sign in again with a new token.";
const incomplete = "Refresh to try again. If the problem persists, see the log for details.";
const notCoder = {
	kind: "notCoder",
	message: "HOST returned the web page “Larkspur Robotics workspaces” instead of Coder's API.",
	advice:
		"It might be your network's sign-in page: open http://HOST in a browser and sign in there. Otherwise, the URL isn't that of a Coder deployment.",
	action: "changeUrl",
	first: "failed",
} as const;
const tooLarge = {
	kind: "tooLarge",
	message: "HOST sent more than 16.8 MB. A Coder server never sends that much.",
	advice: "Check that the URL is that of a Coder deployment.",
	action: "changeUrl",
	first: "failed",
} as const;
const gateway = (status: number) =>
	({
		kind: "serverError",
		message: `HOST, or a proxy in front of it, responded with status ${status}.`,
		advice: "Try again later. An administrator can find the cause in the server's log.",
		action: "retry",
		status,
		first: "failed",
	}) as const;
const connectionLost = {
	kind: "connectionLost",
	message: "The connection to HOST was lost.",
	advice:
		"Try again. If the problem persists, a proxy or firewall might be closing the connection.",
	action: "retry",
	first: "unreachable",
} as const;

const cases: readonly FaultCase[] = [
	{
		name: "a page with status 200",
		fault: { kind: "html200" },
		...notCoder,
		status: 200,
	},
	{
		name: "a page with status 200 at an endpoint without a token",
		fault: { kind: "html200" },
		at: "buildInfo",
		...notCoder,
		status: 200,
	},
	{
		name: "half of the JSON",
		fault: { kind: "truncatedJson" },
		kind: "unexpectedBody",
		message: "The response from /deployment/stats isn't complete JSON.",
		advice: incomplete,
		action: "retry",
		status: 200,
		first: "failed",
	},
	{
		name: "JSON with an unexpected structure",
		fault: { kind: "otherShape" },
		kind: "unexpectedBody",
		message:
			"The response from /deployment/stats isn't valid: the field workspaces isn't as expected.",
		advice: incomplete,
		action: "retry",
		status: 200,
		first: "failed",
	},
	{
		name: "JSON that isn't an object",
		fault: { kind: "otherShape", body: "stats" },
		kind: "unexpectedBody",
		message: "The response from /deployment/stats isn't valid: the field (body) isn't as expected.",
		advice: incomplete,
		action: "retry",
		status: 200,
		first: "failed",
	},
	{
		name: "bytes labeled as JSON",
		fault: { kind: "garbage" },
		kind: "unexpectedBody",
		message: "The response from /deployment/stats isn't complete JSON.",
		advice: incomplete,
		action: "retry",
		status: 200,
		first: "failed",
	},
	{ name: "a body of 40 MB", fault: { kind: "huge" }, ...tooLarge },
	{ name: "an endless body", fault: { kind: "endless" }, ...tooLarge },
	{
		name: "401",
		fault: { kind: "status", status: 401 },
		kind: "signedOut",
		message: "HOST didn't accept the session token.",
		advice: signInAgain,
		action: "signIn",
		status: 401,
		first: "signedOut",
	},
	{
		name: "403",
		fault: { kind: "status", status: 403 },
		kind: "forbidden",
		// The owner's role has the permission, so the token must be the cause.
		message: "This session token can't read this.",
		advice: "It's limited to certain scopes. Sign in with a token that has all scopes.",
		action: "signIn",
		status: 403,
		first: "forbidden",
		later: "forbidden",
	},
	{
		name: "403 without a known permission",
		fault: { kind: "status", status: 403 },
		at: "experiments",
		kind: "forbidden",
		message: "Your role can't read this.",
		advice: "Ask an administrator, or sign in with another account.",
		action: "signIn",
		status: 403,
		first: "forbidden",
		later: "forbidden",
	},
	{
		name: "404 for a route added in a later version",
		fault: { kind: "status", status: 404 },
		at: "experimentsAvailable",
		kind: "unsupported",
		message: "This server doesn't support this yet. It was added in v2.4.",
		advice: "No action is needed. This section stays empty.",
		action: "retry",
		status: 404,
		first: "unsupported",
		later: "unsupported",
	},
	{
		name: "404 for a route",
		fault: { kind: "status", status: 404 },
		at: "deploymentSsh",
		kind: "unsupported",
		message: "This server doesn't have the route /deployment/ssh.",
		advice: "No action is needed. This section stays empty.",
		action: "retry",
		status: 404,
		first: "unsupported",
		later: "unsupported",
	},
	{
		name: "404 for a record",
		fault: { kind: "status", status: 404 },
		at: "tokenConfig",
		kind: "rejected",
		message: "The server doesn't have this record, or this token can't read it.",
		advice:
			"A token that's limited to certain scopes might not be able to read it. Use one that has all scopes.",
		action: "signIn",
		status: 404,
		first: "failed",
	},
	{
		name: "429 with a number of seconds",
		fault: { kind: "status", status: 429, retryAfter: 90 },
		kind: "rateLimited",
		message: "The server is limiting the number of requests.",
		advice: "You can try again in 1 minute 30 seconds.",
		action: "retry",
		status: 429,
		first: "failed",
		retryAfterMs: 90_000,
	},
	{
		name: "418",
		fault: { kind: "status", status: 418 },
		kind: "rejected",
		message: /^The server rejected the request with status 418: \w.*\.$/,
		advice: "See the log for details.",
		action: "showLog",
		status: 418,
		first: "failed",
	},
	{
		name: "500",
		fault: { kind: "status", status: 500 },
		kind: "serverError",
		message: /^Coder reported an error: .* sample fault: the database does not answer$/,
		advice: "Try again later. An administrator can find the cause in the server's log.",
		action: "retry",
		status: 500,
		first: "failed",
	},
	{ name: "a proxy's page with 502", fault: { kind: "status", status: 502 }, ...gateway(502) },
	{ name: "a proxy's page with 503", fault: { kind: "status", status: 503 }, ...gateway(503) },
	{ name: "a proxy's page with 504", fault: { kind: "status", status: 504 }, ...gateway(504) },
	{
		name: "no answer at all",
		fault: { kind: "never" },
		timeoutMs: 60,
		kind: "timeout",
		message: "HOST didn't respond within 15 seconds.",
		advice: "Check your network connection, and then try again.",
		action: "retry",
		first: "unreachable",
	},
	{ name: "a connection that is cut off partway", fault: { kind: "cut" }, ...connectionLost },
	{
		name: "bytes that aren't HTTP",
		fault: { kind: "notHttp" },
		kind: "notCoder",
		message: "HOST responded, but not over HTTP.",
		advice: "Check that the port is that of a Coder deployment.",
		action: "changeUrl",
		first: "failed",
	},
];

describe("unexpected responses", function () {
	this.timeout(slowMachine);

	let sample: SampleDeployment;
	let token: string;

	before(async () => {
		sample = await startSampleDeployment();
		token = sample.tokens.owner;
	});
	afterEach(() => {
		sample.clearFaults();
	});
	after(() => sample.close());

	for (const fault of cases) {
		const id = fault.at ?? "deploymentStats";
		const host = () => new URL(sample.url).host;

		/** Asserts that the failure is the expected one, and that the token is nowhere. */
		const check = ({ store, log }: Bench, state: SlotState): void => {
			const slot = store.snapshot[id];
			const { failure } = slot;
			assert.ok(failure);
			assert.equal(failure.kind, fault.kind);
			const message = failure.message.replaceAll(host(), "HOST");
			if (typeof fault.message === "string") assert.equal(message, fault.message);
			else assert.match(message, fault.message);
			assert.equal(failure.advice.replaceAll(host(), "HOST"), fault.advice);
			assert.equal(failure.action, fault.action);
			assert.equal(failure.status, fault.status);
			assert.equal(failure.retryAfterMs, fault.retryAfterMs);
			assert.equal(stateOf(slot), state);
			assert.equal(slot.loading, false);
			const secret = token.split("-")[1] ?? "";
			assert.ok(!textOf([failure, store.snapshot, log.raw, log.shown]).includes(secret));
			assert.ok(
				log.raw.some((line) => line.startsWith("warn: ") && line.includes(failure.message)),
			);
		};

		it(`${fault.name}: ${fault.kind}`, async () => {
			const tools = bench(sample.url, { token });
			tools.hurry(fault.timeoutMs);
			sample.setFault(id, fault.fault);
			await tools.store.refresh([id]);
			check(tools, fault.first);

			sample.clearFaults();
			tools.hurry(undefined);
			await tools.store.refresh([id]);
			assert.equal(stateOf(tools.store.snapshot[id]), "ready");
			assert.equal(tools.store.snapshot[id].failures, 0);
		});

		it(`${fault.name}: keeps previous data, and affects nothing else`, async () => {
			const tools = bench(sample.url, { token });
			await tools.store.refresh();
			const before = tools.store.snapshot;
			sample.setFault(id, fault.fault);
			tools.hurry(fault.timeoutMs);
			await tools.store.refresh([id]);
			check(tools, fault.later ?? "stale");
			const during = tools.store.snapshot;
			assert.equal(during[id].value, before[id].value);
			assert.equal(during[id].at, before[id].at);
			assertOthersUntouched(before, during, id);

			sample.clearFaults();
			tools.hurry(undefined);
			await tools.store.refresh([id]);
			const after = tools.store.snapshot;
			assert.equal(stateOf(after[id]), "ready");
			assert.equal(after[id].failure, undefined);
			assertOthersUntouched(before, after, id);
			const { failure } = during[id];
			assert.ok(failure);
			recordFault({
				fault: fault.name,
				tier: "integration",
				sentence: withoutPorts(failure.message),
				advice: withoutPorts(failure.advice),
				action: failure.action,
				state: stateOf(during[id]),
				keptValue: during[id].value === before[id].value,
				recovered: stateOf(after[id]) === "ready",
			});
		});
	}

	it("closes the connection of an endless body", async () => {
		const other = await startSampleDeployment();
		try {
			other.setFault("experiments", { kind: "endless" });
			await bench(other.url, { token }).client.get("experiments");
			await until(() => other.openSockets() === 0);
		} finally {
			await other.close();
		}
	});

	it("closes the connection of a server that never responds", async () => {
		const other = await startSampleDeployment();
		try {
			other.setFault("experiments", { kind: "never" });
			const { client, hurry } = bench(other.url, { token });
			hurry(50);
			await client.get("experiments");
			await until(() => other.openSockets() === 0);
		} finally {
			await other.close();
		}
	});

	it("reports a failure per endpoint if all fail at once", async () => {
		const { store } = bench(sample.url, { token });
		sample.setConfigOption("CODER_ACCESS_URL", sample.url);
		sample.setFault("all", { kind: "status", status: 502 });
		await store.refresh();
		for (const slot of Object.values(store.snapshot)) assert.equal(stateOf(slot), "failed");
		sample.clearFaults();
		await store.refresh();
		for (const slot of Object.values(store.snapshot)) assert.equal(stateOf(slot), "ready");
	});
});

describe("429 with a date", function () {
	this.timeout(slowMachine);

	const ask = async (date: string, now = new Date().toUTCString()) => {
		const server = await startStub({
			status: 429,
			headers: { "Content-Type": "application/json", "Retry-After": date, Date: now },
			body: '{"message":"Too many."}',
		});
		try {
			const outcome = await bench(server.url, { token: "t" }).client.get("experiments");
			assert.ok(!outcome.ok);
			assert.equal(outcome.failure.kind, "rateLimited");
			return outcome.failure;
		} finally {
			await server.close();
		}
	};

	it("waits as long as the server intends, whatever its clock", async () => {
		for (const off of [-86_400_000, 3_600_000, 365 * 86_400_000]) {
			const at = (ms: number) => new Date(Date.now() + off + ms).toUTCString();
			const { retryAfterMs } = await ask(at(600_000), at(0));
			assert.equal(retryAfterMs, 600_000);
		}
	});

	it("waits until then", async () => {
		const { retryAfterMs = 0 } = await ask(new Date(Date.now() + 600_000).toUTCString());
		assert.ok(retryAfterMs > 590_000 && retryAfterMs <= 600_000, String(retryAfterMs));
	});

	it("is recognized without Coder's message", async () => {
		const server = await startStub({
			status: 429,
			headers: { "Content-Type": "text/html", "Retry-After": "5" },
			body: "<h1>Slow down</h1>",
		});
		try {
			const outcome = await bench(server.url, { token: "t" }).client.get("experiments");
			assert.ok(!outcome.ok);
			assert.equal(outcome.failure.kind, "rateLimited");
			assert.equal(outcome.failure.retryAfterMs, 5000);
		} finally {
			await server.close();
		}
	});

	it("waits the default minute if the date is past or invalid", async () => {
		assert.equal((await ask(new Date(Date.now() - 600_000).toUTCString())).retryAfterMs, 60_000);
		assert.equal((await ask("soon")).retryAfterMs, 60_000);
		assert.equal((await ask("")).retryAfterMs, 60_000);
	});

	it("doesn't wait forever", async () => {
		for (const date of ["9".repeat(400), "Fri, 31 Dec 9999 23:59:59 GMT"]) {
			const { retryAfterMs = 0, advice } = await ask(date);
			assert.ok(retryAfterMs <= 86_400_000, String(retryAfterMs));
			assert.equal(advice, "You can try again in 1 day.");
		}
	});
});

function assertOthersUntouched(before: Snapshot, after: Snapshot, id: EndpointId): void {
	const others = (Object.keys(before) as EndpointId[]).filter((other) => other !== id);
	for (const other of others) assert.equal(after[other], before[other], other);
}
