import assert from "node:assert/strict";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import type { DeploymentStats } from "../../../src/core/coder/model.ts";
import { freshForMs } from "../../../src/core/deployments/freshness.ts";
import { dueAt, dueEndpoints, nextDueMs } from "../../../src/core/deployments/schedule.ts";
import { recordHeaders, initialServerState } from "../../../src/core/deployments/server.ts";
import type { Slot, Snapshot } from "../../../src/core/deployments/slot.ts";
import { failureOf, recorded } from "../../support/recorded.ts";

const second = 1000;
const minute = 60 * second;
const now = Date.parse("2026-08-07T10:00:00Z");

const stats: DeploymentStats = { workspaces: [], sessions: [], others: [] };

/** A slot with an answer from `at`. */
const answered = <T>(value: T, at: number, more: Partial<Slot<T>> = {}): Slot<T> => ({
	value,
	at,
	triedAt: at,
	failures: 0,
	loading: false,
	...more,
});

async function knownWith(slots: Partial<Snapshot>, server = initialServerState) {
	const { snapshot } = await recorded({});
	return { snapshot: { ...snapshot, ...slots }, server };
}

describe("the schedule", () => {
	it("requests what was never requested", async () => {
		const known = await knownWith({});
		assert.equal(dueAt("user", known), 0);
		assert.deepEqual(dueEndpoints(endpointIds, known, now), endpointIds);
		assert.equal(nextDueMs(endpointIds, known, now), 0);
	});

	it("doesn't repeat running requests", async () => {
		const known = await knownWith({ root: { loading: true, failures: 0 } });
		assert.deepEqual(dueEndpoints(["root"], known, now), []);
		assert.equal(nextDueMs(["root"], known, now), undefined);
	});

	it("repeats a request when its answer is no longer fresh", async () => {
		const root = answered({ message: "" }, now);
		const known = await knownWith({ root });
		assert.equal(dueAt("root", known), now + 15 * minute);
		assert.deepEqual(dueEndpoints(["root"], known, now + 15 * minute - 1), []);
		assert.deepEqual(dueEndpoints(["root"], known, now + 15 * minute), ["root"]);
	});

	it("rarely checks for updates", async () => {
		const check = { current: true, version: "v2.35.1", url: "" };
		const known = await knownWith({ updateCheck: answered(check, now) });
		assert.equal(dueAt("updateCheck", known), now + 6 * 60 * minute);
	});

	it("uses an answer as long as it's fresh", async () => {
		const slot = answered({ message: "" }, now, { freshUntil: now + 16 * minute });
		assert.equal(dueAt("root", await knownWith({ root: slot })), now + 16 * minute);
	});

	it("waits after a failure until its pause is over", async () => {
		const failed = {
			failure: failureOf("timeout"),
			triedAt: now,
			failures: 1,
			notBefore: now + 5 * second,
			loading: false,
		};
		const known = await knownWith({ user: failed });
		assert.equal(dueAt("user", known), now + 5 * second);
		assert.equal(nextDueMs(["user"], known, now), 5 * second);
		const ended = await knownWith({ user: { ...failed, notBefore: Infinity } });
		assert.deepEqual(dueEndpoints(["user"], ended, now + 1e12), []);
		assert.equal(nextDueMs(["user"], ended, now), undefined);
	});

	it("respects an exhausted rate limit", async () => {
		const slot = answered(stats, now, {
			freshUntil: now + 12 * second,
			notBefore: now + 40 * second,
		});
		const known = await knownWith({ deploymentStats: slot });
		assert.equal(dueAt("deploymentStats", known), now + 40 * second);
	});

	it("waits for the first of several endpoints", async () => {
		const known = await knownWith({
			root: answered({ message: "" }, now),
			deploymentStats: answered(stats, now),
		});
		assert.equal(nextDueMs(["root", "deploymentStats"], known, now), 30 * second);
		assert.equal(nextDueMs(["root", "deploymentStats"], known, now + minute), 0);
		assert.equal(nextDueMs([], known, now), undefined);
	});
});

describe("patience", () => {
	it("delays outdated answers, but not missing ones, nor ones from the future after a clock change", async () => {
		const known = await knownWith({
			root: answered({ message: "" }, now - 20 * minute),
			user: answered({ id: "", username: "", roles: [] }, now + 60 * minute),
		});
		const ids = ["root", "user", "apiKey"] as const;
		assert.deepEqual(dueEndpoints(ids, known, now, 10 * minute), ["user", "apiKey"]);
		assert.equal(nextDueMs(["root"], known, now, 10 * minute), 5 * minute);
		assert.deepEqual(dueEndpoints(["root"], known, now + 5 * minute, 10 * minute), ["root"]);
	});
});

describe("the freshness of statistics", () => {
	/** Returns the seconds until the next request; the server's times are in seconds from `now`. */
	const wait = (collected: number, next: number, date?: number, random = 0) => {
		const at = (seconds: number) => now + seconds * second;
		const value = { ...stats, collectedAt: at(collected), nextUpdateAt: at(next) };
		const sent = date === undefined ? undefined : at(date);
		return freshForMs("deploymentStats", value, sent, random) / second;
	};

	it("ends a second after the time that the server announces, by the server's own clock", () => {
		assert.equal(wait(-13, 17, 0), 18);
		assert.equal(wait(-40, 260, 0), 261);
		for (const hours of [-30, -2, 2, 30]) {
			const off = hours * 3600;
			assert.equal(wait(off - 13, off + 17, off), 18, `${hours} hours`);
		}
	});

	it("is an interval if the server doesn't report its clock", () => {
		assert.equal(wait(-13, 17), 31);
		assert.equal(wait(7200, 7230), 31);
	});

	it("is an interval if the server is late, or the date isn't the server's", () => {
		assert.equal(wait(-45, -15, 0), 30);
		assert.equal(wait(-30, 0, 0), 30);
		assert.equal(wait(7200, 7230, 0), 30);
	});

	it("has a minimum and a maximum", () => {
		assert.equal(wait(-29, 1, 0), 10);
		assert.equal(wait(-1, 1, 0), 10);
		assert.equal(wait(-5, -3, 0), 10);
		assert.equal(wait(-1, 7200, 0), 900);
	});

	it("is half a minute if the times are implausible", () => {
		assert.equal(freshForMs("deploymentStats", stats, now, 0), 30 * second);
		assert.equal(wait(10, 10, 0), 30);
		assert.equal(wait(10, -10, 0), 30);
	});

	it("is up to four seconds longer, so that many editors don't send requests at the same time", () => {
		assert.equal(wait(-13, 17, 0, 0.5), 20);
		assert.equal(wait(-13, 17, 0, 1), 22);
	});
});

describe("the freshness of other answers", () => {
	it("is the table's value, and up to a tenth longer", () => {
		assert.equal(freshForMs("user", {}, now, 0), 15 * minute);
		assert.equal(freshForMs("user", {}, now, 1), 16.5 * minute);
		assert.equal(freshForMs("updateCheck", {}, undefined, 0), 360 * minute);
	});
});

describe("the schedule after an upgrade", () => {
	const server = (...versions: readonly (readonly [at: number, version: string])[]) =>
		versions.reduce(
			(state, [at, version]) => recordHeaders(state, { version }, at),
			initialServerState,
		);
	const from = (servedBy: string, at = now, more: Partial<Slot<never>> = {}) =>
		({ triedAt: at, at, servedBy, failures: 0, loading: false, ...more }) as Slot<never>;

	it("immediately requests what may differ in another version, and nothing else", async () => {
		const slots = Object.fromEntries(endpointIds.map((id) => [id, from("v2.35.1")]));
		const known = await knownWith(slots, server([now, "v2.35.1"], [now + second, "v2.36.0"]));
		assert.deepEqual(dueEndpoints(endpointIds, known, now + second), [
			"buildInfo",
			"permissions",
			"deploymentConfig",
			"deploymentSsh",
			"experiments",
			"experimentsAvailable",
			"updateCheck",
			"tokenConfig",
			"entitlements",
		]);
	});

	it("doesn't request what the new version already answered", async () => {
		const upgraded = server([now, "v2.35.1"], [now + second, "v2.36.0"]);
		const known = await knownWith({ buildInfo: from("v2.36.0", now + second) }, upgraded);
		assert.equal(dueAt("buildInfo", known), now + second + 15 * minute);
	});

	it("requests at most every five minutes while two versions respond in turn", async () => {
		const mixed = server(
			[now, "v2.35.1"],
			[now + second, "v2.36.0"],
			[now + 2 * second, "v2.35.1"],
			[now + 3 * second, "v2.36.0"],
		);
		const known = await knownWith({ buildInfo: from("v2.35.1", now + 2 * second) }, mixed);
		assert.equal(dueAt("buildInfo", known), now + 2 * second + 5 * minute);
	});

	it("treats a version as new if it wasn't reported for ten minutes", async () => {
		const back = server(
			[now, "v2.35.1"],
			[now + second, "v2.36.0"],
			[now + 11 * minute, "v2.35.1"],
		);
		const known = await knownWith({ buildInfo: from("v2.36.0", now + 2 * second) }, back);
		assert.equal(dueAt("buildInfo", known), now + 11 * minute);
	});

	it("retries what the old version permanently refused, but not recent failures", async () => {
		const upgraded = server([now, "v2.35.1"], [now + second, "v2.36.0"]);
		const pause = { notBefore: now + 15 * minute, failures: 1 };
		const slot = (kind: "unsupported" | "forbidden" | "serverError" | "signedOut") =>
			from("v2.35.1", now, { ...pause, failure: failureOf(kind) });
		const due = async (kind: Parameters<typeof slot>[0]) =>
			dueAt("experiments", await knownWith({ experiments: slot(kind) }, upgraded));
		assert.equal(await due("unsupported"), now + second);
		assert.equal(await due("forbidden"), now + second);
		assert.equal(await due("serverError"), now + 15 * minute);
		assert.equal(await due("signedOut"), now + 15 * minute);
	});
});

describe("the schedule after a clock change", () => {
	it("repeats requests from the future, but not permanent failures", async () => {
		const hour = 60 * minute;
		const known = await knownWith({
			root: answered({ message: "" }, now + 5 * hour),
			user: {
				failure: failureOf("signedOut"),
				triedAt: now + 5 * hour,
				failures: 1,
				notBefore: Infinity,
				loading: false,
			},
		});
		assert.deepEqual(dueEndpoints(["root", "user"], known, now), ["root"]);
		assert.equal(nextDueMs(["root", "user"], known, now), 0);
	});

	it("ignores a few seconds", async () => {
		const known = await knownWith({ root: answered({ message: "" }, now + 30 * second) });
		assert.deepEqual(dueEndpoints(["root"], known, now), []);
	});
});
