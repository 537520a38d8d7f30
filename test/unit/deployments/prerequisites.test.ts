import assert from "node:assert/strict";
import "../../support/stable.ts";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import type { User } from "../../../src/core/coder/model.ts";
import { accessHost } from "../../../src/core/deployments/accessHost.ts";
import { notRequestedBecause, prerequisites } from "../../../src/core/deployments/prerequisites.ts";
import { shownValue } from "../../../src/core/deployments/shownValue.ts";
import { failureOf, saved } from "../../support/recorded.ts";
import { snapshotOf, type SlotParts } from "../../support/snapshotOf.ts";

describe("the host of an access URL", () => {
	for (const [accessUrl, url, expected] of [
		["https://a.example", "https://a.example", { kind: "own" }],
		["https://a.example/path", "https://a.example", { kind: "own" }],
		["https://a.example", "http://a.example", { kind: "own" }],
		["https://a.example:8443", "https://a.example", { kind: "other", host: "a.example:8443" }],
		["https://b.example", "https://a.example", { kind: "other", host: "b.example" }],
		["http://a.example", "https://a.example", { kind: "other", host: "http://a.example" }],
		["http://b.example:80", "https://a.example", { kind: "other", host: "http://b.example" }],
		["http://a.example", "http://a.example", { kind: "own" }],
		[undefined, "https://a.example", { kind: "unknown" }],
		["", "https://a.example", { kind: "unknown" }],
		["nonsense", "https://a.example", { kind: "unknown" }],
		["file:///x", "https://a.example", { kind: "unknown" }],
	] as const) {
		it(`is ${JSON.stringify(expected)} for ${String(accessUrl)}, signed in at ${url}`, () => {
			assert.deepEqual(accessHost(accessUrl, url), expected);
		});
	}
});

describe("what must be known before a request", () => {
	it("are the permissions, and where a health check sends the token", () => {
		const minute = 60_000;
		const permissions = { id: "permissions", maxAgeMs: 18 * minute };
		assert.deepEqual(prerequisites("licenses"), [permissions]);
		assert.deepEqual(prerequisites("health"), [
			permissions,
			{ id: "buildInfo", maxAgeMs: minute, own: true },
		]);
		const free = endpointIds.filter((id) => prerequisites(id).length === 0);
		assert.ok(["user", "buildInfo", "deploymentConfig"].every((id) => free.includes(id as never)));
	});

	const because = (id: "health" | "licenses" | "user", slots: SlotParts, agreedTo?: string) =>
		notRequestedBecause(id, snapshotOf(slots), saved, agreedTo);
	const user = (...roles: readonly string[]): { readonly value: User } => ({
		value: {
			id: "1",
			username: "mira",
			roles: roles.map((name) => ({ name, displayName: name })),
		},
	});
	const denied = { value: { licenses: false, health: false } };
	const built = (dashboardUrl?: string) => ({
		value: { version: "v2.35.1", workspaceProxy: false, ...(dashboardUrl && { dashboardUrl }) },
	});

	it("forbids what the account or the token's scopes can't read", () => {
		assert.equal(because("licenses", {}), undefined);
		assert.equal(because("licenses", { permissions: { value: {} } }), undefined);
		assert.equal(because("licenses", { permissions: { value: { licenses: true } } }), undefined);
		assert.equal(because("user", { permissions: denied }), undefined);
		const account = because("licenses", { permissions: denied, user: user("member") });
		assert.ok(account);
		assert.deepEqual([account.kind, account.action], ["forbidden", "signIn"]);
		assert.deepEqual(account.causes, []);
		const unknown = because("licenses", { permissions: denied });
		assert.equal(unknown?.message, account.message);
		const scopes = because("licenses", { permissions: denied, user: user("member", "OWNER") });
		assert.notEqual(scopes?.message, account.message);
		const failed = (status: number) => ({ failure: failureOf("rejected", { status }) });
		const hidden = because("licenses", { permissions: denied, user: failed(404) });
		assert.deepEqual(hidden, scopes);
		const broken = because("licenses", { permissions: denied, user: failed(500) });
		assert.deepEqual(broken, account);
		const limited = { ...saved, account: { id: "key:SampleOwnr", username: "SampleOwnr" } };
		assert.deepEqual(
			notRequestedBecause("licenses", snapshotOf({ permissions: denied }), limited),
			scopes,
		);
	});

	it("holds a health check back that would send the token elsewhere, unless the user agreed", () => {
		assert.equal(because("health", { buildInfo: built(saved.url) }), undefined);
		const unknown = because("health", { buildInfo: built() });
		assert.deepEqual(unknown, {
			kind: "heldBack",
			message: "The server doesn't say where a health check would send your session token.",
			advice: "Set an access URL on the server.",
			action: "retry",
			causes: [],
		});
		const elsewhere = { buildInfo: built("https://login.example") };
		assert.deepEqual(because("health", elsewhere), {
			kind: "heldBack",
			message:
				"A health check makes the server send your session token to login.example, the host of its access URL. You signed in at coder.larkspur.example.",
			advice: "Run it only if you trust login.example.",
			action: "checkHealth",
			causes: [],
		});
		assert.equal(because("health", elsewhere, "login.example"), undefined);
		assert.equal(because("health", elsewhere, "other.example")?.kind, "heldBack");
		const failure = failureOf("timeout");
		assert.equal(because("health", { buildInfo: { ...built(saved.url), failure } }), failure);
	});
});

describe("a value that may be shown", () => {
	it("is the last one, unless access to it was lost", () => {
		const slot = { value: "x", failures: 0, loading: false };
		assert.equal(shownValue(slot), "x");
		assert.equal(shownValue({ ...slot, failure: failureOf("timeout") }), "x");
		assert.equal(shownValue({ ...slot, failure: failureOf("forbidden") }), undefined);
		assert.equal(shownValue({ ...slot, failure: failureOf("unsupported") }), undefined);
		assert.equal(shownValue({ failures: 0, loading: true }), undefined);
	});
});
