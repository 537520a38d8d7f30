import assert from "node:assert/strict";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { deepFreeze } from "../../../src/core/publicApi/deepFreeze.ts";
import { describeSnapshot } from "../../../src/core/publicApi/describeDeployment.ts";
import { toStatistics, toUpdate } from "../../../src/core/publicApi/parts.ts";
import { failureOf, recordedAt, saved } from "../../support/recorded.ts";
import { snapshotOf, type SlotParts } from "../../support/snapshotOf.ts";

const described = (slots: SlotParts) =>
	describeSnapshot(
		{ saved, snapshot: snapshotOf(slots) } as unknown as Deployment,
		undefined,
		recordedAt,
	);

describe("the states of data for other extensions", () => {
	it("distinguish what is unknown, read, outdated, refused, missing, and failed", () => {
		const value = ["oauth2"];
		const at = recordedAt;
		const read = { enabled: value, available: [] };
		const problem = (kind: string) => `It is ${kind}. Do something.`;
		for (const [slot, part] of [
			[{}, { state: "unknown" }],
			[{ loading: true }, { state: "unknown" }],
			[{ value }, { state: "ready", value: read }],
			[
				{ value, at },
				{ state: "ready", value: read, at },
			],
			[
				{ value, at, failure: failureOf("network") },
				{ state: "stale", value: read, at, problem: problem("network") },
			],
			...(["forbidden", "unsupported"] as const).map(
				(state) =>
					[
						{ value, at, failure: failureOf(state) },
						{ state, problem: problem(state) },
					] as const,
			),
			...(["notReady", "heldBack", "signedOut", "network", "serverError"] as const).map(
				(kind) =>
					[{ failure: failureOf(kind) }, { state: "failed", problem: problem(kind) }] as const,
			),
			[
				{ failure: failureOf("network", { advice: "" }) },
				{ state: "failed", problem: "It is network." },
			],
		] as const) {
			const { experiments, deployment } = described({ experiments: slot });
			assert.deepEqual(experiments, part);
			assert.equal(deployment.active, false);
		}
	});

	it("have an update only if the server checked", () => {
		const build = { version: "v2.35.1", externalUrl: "", workspaceProxy: false };
		const url = "https://github.com/releases/x";
		const update = (current: boolean, version: string, page = url) =>
			toUpdate({ current, version, url: page }, build);
		assert.deepEqual(update(true, "a sentence"), { state: "notChecked" });
		assert.deepEqual(update(true, "v2.35.1", ""), { state: "notChecked" });
		assert.deepEqual(update(true, "v2.35.1"), { state: "current", latest: "v2.35.1", url });
		assert.deepEqual(update(true, "v2.34.0"), { state: "ahead", latest: "v2.34.0", url });
		assert.deepEqual(update(false, "v2.36.0"), { state: "available", latest: "v2.36.0", url });
	});

	it("have no number for what the server doesn't count", () => {
		assert.deepEqual(toStatistics({ workspaces: [], sessions: [], others: [] }), {
			workspaces: {},
			sessions: {},
		});
		assert.deepEqual(
			toStatistics({
				workspaces: [{ name: "a", count: 2n ** 60n }],
				sessions: [],
				others: [],
				rxBytes: 0,
			}),
			{ workspaces: { a: 2 ** 60 }, sessions: {}, bytesToWorkspaces: 0 },
		);
	});

	it("are frozen, whatever they contain", () => {
		const value = { a: ["x", null, 1, undefined, { b: {} }] };
		assert.equal(deepFreeze(value), value);
		assert.ok(Object.isFrozen((value.a[4] as { b: object }).b));
	});
});
