import assert from "node:assert/strict";
import { endpointIds } from "../../../src/core/endpoints.ts";
import type { DeploymentStats } from "../../../src/core/model.ts";
import { dueAt, dueEndpoints, nextDueMs } from "../../../src/core/schedule.ts";
import type { Slot, Snapshot } from "../../../src/core/slot.ts";
import { failureOf, recorded } from "./support/recorded.ts";

const second = 1000;
const minute = 60 * second;
const now = Date.parse("2026-08-07T10:00:00Z");

const stats: DeploymentStats = { workspaces: [], sessions: [], others: [] };

/** The slot of an answer that came at `at`. */
const answered = <T>(value: T, at: number, more: Partial<Slot<T>> = {}): Slot<T> => ({
	value,
	at,
	triedAt: at,
	failures: 0,
	loading: false,
	...more,
});

async function snapshotWith(slots: Partial<Snapshot>): Promise<Snapshot> {
	const { snapshot } = await recorded({});
	return { ...snapshot, ...slots };
}

describe("the schedule", () => {
	it("asks for what was never asked", async () => {
		const snapshot = await snapshotWith({});
		assert.equal(dueAt("user", snapshot), 0);
		assert.deepEqual(dueEndpoints(endpointIds, snapshot, now), endpointIds);
		assert.equal(nextDueMs(endpointIds, snapshot, now), 0);
	});

	it("asks for nothing that is being asked", async () => {
		const snapshot = await snapshotWith({ root: { loading: true, failures: 0 } });
		assert.deepEqual(dueEndpoints(["root"], snapshot, now), []);
		assert.equal(nextDueMs(["root"], snapshot, now), undefined);
	});

	it("asks again when an answer is not fresh any more", async () => {
		const root = answered({ message: "" }, now);
		const snapshot = await snapshotWith({ root });
		assert.equal(dueAt("root", snapshot), now + 15 * minute);
		assert.deepEqual(dueEndpoints(["root"], snapshot, now + 15 * minute - 1), []);
		assert.deepEqual(dueEndpoints(["root"], snapshot, now + 15 * minute), ["root"]);
	});

	it("asks for updates seldom", async () => {
		const check = { current: true, version: "v2.35.1", url: "" };
		const snapshot = await snapshotWith({ updateCheck: answered(check, now) });
		assert.equal(dueAt("updateCheck", snapshot), now + 6 * 60 * minute);
	});

	it("asks for statistics when the server says that they are new", async () => {
		const at = async (nextUpdateAt: number) =>
			dueAt(
				"deploymentStats",
				await snapshotWith({ deploymentStats: answered({ ...stats, nextUpdateAt }, now) }),
			) - now;
		assert.equal(await at(now + 17 * second), 17 * second);
		// The server's clock may be off, and a replica may be late.
		assert.equal(await at(now - 3600 * second), 10 * second);
		assert.equal(await at(now + 3600 * second), 30 * second);
		assert.equal(await at(now + 1 * second), 10 * second);
		const silent = await snapshotWith({ deploymentStats: answered(stats, now) });
		assert.equal(dueAt("deploymentStats", silent) - now, 30 * second);
	});

	it("leaves alone what failed until its pause is over", async () => {
		const failed = {
			failure: failureOf("timeout"),
			triedAt: now,
			failures: 1,
			notBefore: now + 5 * second,
			loading: false,
		};
		const snapshot = await snapshotWith({ user: failed });
		assert.equal(dueAt("user", snapshot), now + 5 * second);
		assert.equal(nextDueMs(["user"], snapshot, now), 5 * second);
		const ended = await snapshotWith({ user: { ...failed, notBefore: Infinity } });
		assert.deepEqual(dueEndpoints(["user"], ended, now + 1e12), []);
		assert.equal(nextDueMs(["user"], ended, now), undefined);
	});

	it("respects a rate limit that is used up", async () => {
		const slot = answered({ ...stats, nextUpdateAt: now + 12 * second }, now, {
			notBefore: now + 40 * second,
		});
		const snapshot = await snapshotWith({ deploymentStats: slot });
		assert.equal(dueAt("deploymentStats", snapshot), now + 40 * second);
	});

	it("waits for the first of several", async () => {
		const snapshot = await snapshotWith({
			root: answered({ message: "" }, now),
			deploymentStats: answered(stats, now),
		});
		assert.equal(nextDueMs(["root", "deploymentStats"], snapshot, now), 30 * second);
		assert.equal(nextDueMs(["root", "deploymentStats"], snapshot, now + minute), 0);
		assert.equal(nextDueMs([], snapshot, now), undefined);
	});
});
