import assert from "node:assert/strict";
import "../../support/stable.ts";
import { TimeLimitError } from "../../../src/core/base/timeLimit.ts";
import { endpointIds, endpoints } from "../../../src/core/coder/endpoints.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import {
	endedSession,
	failsAsAWhole,
	lastReadAt,
	refusedEverywhere,
} from "../../../src/core/deployments/condition.ts";
import { deploymentProblem } from "../../../src/core/deployments/deploymentProblem.ts";
import { readEntry } from "../../../src/core/deployments/savedEntry.ts";
import { secretChanged } from "../../../src/core/deployments/secretStorageFailure.ts";
import { Sessions } from "../../../src/core/deployments/sessions.ts";
import type { Slot, Snapshot } from "../../../src/core/deployments/slot.ts";
import type { ApiFailure, FailureKind } from "../../../src/core/http/failure.ts";
import { openSecrets } from "../../support/memories.ts";
import { failureOf, saved } from "../../support/recorded.ts";

const unasked: Slot<never> = { failures: 0, loading: false };

const snapshotOf = (slots: { readonly [K in EndpointId]?: Partial<Slot<unknown>> }): Snapshot =>
	Object.fromEntries(
		endpointIds.map((id) => [id, { ...unasked, ...slots[id] }]),
	) as unknown as Snapshot;

const failed = (kind: FailureKind, triedAt?: number, more: Partial<ApiFailure> = {}) => ({
	failure: failureOf(kind, more),
	...(triedAt !== undefined && { triedAt }),
});

/** Returns a snapshot in which everything that requires a session failed in the same way. */
const all = (kind: FailureKind, except: Parameters<typeof snapshotOf>[0] = {}): Snapshot =>
	snapshotOf({
		...Object.fromEntries(
			endpointIds.filter((id) => endpoints[id].auth).map((id) => [id, failed(kind)]),
		),
		...except,
	});

describe("an ended session", () => {
	it("is noticed by any part that was refused after the account was last read", () => {
		const user = { value: {}, at: 100 };
		const anywhere = (triedAt: number) =>
			endedSession(snapshotOf({ user, deploymentStats: failed("signedOut", triedAt) }));
		assert.equal(anywhere(100)?.kind, "signedOut");
		assert.equal(anywhere(101)?.kind, "signedOut");
		assert.equal(anywhere(99), undefined, "the user has signed in again since");
		assert.equal(endedSession(snapshotOf({ user: failed("signedOut") }))?.kind, "signedOut");
		assert.equal(endedSession(snapshotOf({ user: failed("forbidden", 200) })), undefined);
	});
});

describe("the problem of a deployment", () => {
	const problem = (snapshot: Snapshot) => {
		const found = deploymentProblem(snapshot);
		return found && [found.words, found.icon];
	};

	it("is its session, then its reachability, then its permissions", () => {
		const offline = { buildInfo: failed("network") };
		assert.equal(problem(snapshotOf({})), undefined);
		assert.deepEqual(problem(all("signedOut", offline)), ["session ended", "account"]);
		assert.deepEqual(problem(all("forbidden", offline)), ["offline", "debug-disconnect"]);
		assert.deepEqual(problem(all("forbidden")), ["no access", "lock"]);
		const missing = snapshotOf({ user: failed("signedOut", 1, { tokenMissing: true }) });
		assert.deepEqual(problem(missing), ["no session token", "account"]);
	});

	it("says in two words why it's unreachable", () => {
		for (const [kind, words] of [
			["settings", "settings problem"],
			["certificate", "certificate problem"],
			["clientCertificate", "certificate problem"],
			["proxy", "proxy problem"],
			["proxyAuth", "proxy problem"],
			["timeout", "offline"],
			["network", "offline"],
		] as const) {
			assert.deepEqual(problem(snapshotOf({ buildInfo: failed(kind) })), [
				words,
				"debug-disconnect",
			]);
		}
		assert.equal(problem(snapshotOf({ buildInfo: failed("serverError") })), undefined);
	});

	it("is a token without permissions only if nothing can be read", () => {
		assert.equal(refusedEverywhere(all("forbidden", { user: { value: {} } })), undefined);
		assert.equal(refusedEverywhere(all("unsupported")), undefined, "an old server");
		const hidden = all("unsupported", { deploymentConfig: failed("forbidden") });
		assert.equal(refusedEverywhere(hidden)?.kind, "forbidden");
		const shown = deploymentProblem(hidden)?.failure;
		assert.equal(shown?.message, "Your session token can't read anything on this deployment.");
		assert.equal(shown.action, "signIn");
	});

	it("explains a part's failure if the whole deployment has it", () => {
		const part = (kind: FailureKind): Slot<unknown> => ({ ...unasked, ...failed(kind, 5) });
		const offline = snapshotOf({ buildInfo: failed("timeout") });
		assert.equal(failsAsAWhole(part("network"), offline), true);
		assert.equal(failsAsAWhole(part("serverError"), offline), false);
		assert.equal(failsAsAWhole(part("network"), snapshotOf({})), false);
		assert.equal(failsAsAWhole(unasked, offline), false);
		const ended = snapshotOf({ user: failed("signedOut", 5) });
		assert.equal(failsAsAWhole(part("signedOut"), ended), true);
		assert.equal(failsAsAWhole(part("signedOut"), offline), false);
		assert.equal(failsAsAWhole(part("network"), ended), false);
	});
});

describe("the time of the last reading", () => {
	it("is the latest of the parts that require a session", () => {
		assert.equal(lastReadAt(snapshotOf({})), undefined);
		assert.equal(lastReadAt(snapshotOf({ buildInfo: { at: 9 } })), undefined);
		const read = snapshotOf({ buildInfo: { at: 9 }, user: { at: 3 }, deploymentStats: { at: 5 } });
		assert.equal(lastReadAt(read), 5);
	});
});

describe("a stored deployment", () => {
	const { key, url, name, account } = saved;

	it("is read without what another version may have added", () => {
		assert.deepEqual(readEntry({ ...saved, more: 1 }), saved);
		assert.deepEqual(readEntry({ key, url, name, account: { ...account, email: 5, token: "t" } }), {
			...saved,
			account: { id: account.id, username: account.username },
		});
		assert.deepEqual(readEntry({ ...saved, signedOut: true }), { key, url, name, signedOut: true });
	});

	it("is ignored if it's damaged", () => {
		for (const damage of [
			{ key: 5 },
			{ url: 5 },
			{ name: undefined },
			{ url: "file:///etc/passwd" },
			{ url: "javascript:alert(1)" },
			{ url: "" },
			{ account: null },
			{ account: "mira" },
			{ account: { ...account, id: 5 } },
			{ account: { ...account, username: undefined } },
			{ account: undefined, signedOut: "true" },
		]) {
			assert.equal(readEntry({ ...saved, ...damage }), undefined, JSON.stringify(damage));
		}
		for (const odd of [undefined, null, "x", 5, []]) assert.equal(readEntry(odd), undefined);
	});
});

describe("a stored session", () => {
	const read = (session: unknown) => {
		const secrets = openSecrets();
		const sessions = new Sessions(secrets);
		return sessions.keep(saved, "t").then(() => {
			const [name = ""] = secrets.entries.keys();
			secrets.entries.set(name, JSON.stringify(session));
			return sessions.read(saved);
		});
	};

	it("has the token of its own account only", async () => {
		const { url, account } = saved;
		const session = { url, token: "t", account: account.id };
		assert.deepEqual(await read(session), { kind: "token", token: "t" });
		assert.deepEqual(await read({ ...session, account: "another" }), { kind: "otherAccount" });
		assert.deepEqual(await read({ url, token: "t" }), { kind: "unverified", token: "t" });
		for (const odd of [
			{ ...session, account: 5 },
			{ ...session, account: null },
			{ ...session, token: 5 },
			{ ...session, url: undefined },
			{ ...session, url: "https://other.example" },
		]) {
			assert.deepEqual(await read(odd), { kind: "none" }, JSON.stringify(odd));
		}
	});

	it("can't be changed if the secret storage doesn't respond, which is explained", async () => {
		await secretChanged(Promise.resolve());
		const limit = new TimeLimitError(10_000);
		await assert.rejects(secretChanged(Promise.reject(limit)), (error: Error) => {
			assert.match(error.message, /secret storage didn't respond within 10 seconds\./);
			return error.cause === limit;
		});
		const other = new Error("locked");
		await assert.rejects(secretChanged(Promise.reject(other)), (error) => error === other);
	});
});
