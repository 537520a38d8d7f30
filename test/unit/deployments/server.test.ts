import assert from "node:assert/strict";
import "../../support/stable.ts";
import { needsOf, oneNeed } from "../../../src/core/deployments/attention.ts";
import { applyReply, brokenReply } from "../../../src/core/deployments/applyReply.ts";
import { ensureFresh } from "../../../src/core/deployments/ensureFresh.ts";
import {
	answersMix,
	clocksAgree,
	initialServerState,
	recordHeaders,
	type ServerState,
} from "../../../src/core/deployments/server.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import type { Slot } from "../../../src/core/deployments/slot.ts";
import { gate } from "../../support/gate.ts";
import { failureOf, recorded } from "../../support/recorded.ts";
import { snapshotOf, type SlotParts } from "../../support/snapshotOf.ts";

const now = Date.parse("2026-08-07T10:00:00Z");
const minute = 60_000;
const hour = 60 * minute;

/** Returns the state after responses of versions, by when they arrived. */
const after = (...responses: readonly (readonly [version: string, at: number])[]): ServerState =>
	responses.reduce<ServerState>(
		(state, [version, at]) => recordHeaders(state, { version }, at),
		initialServerState,
	);

describe("the headers of responses", () => {
	it("report which versions serve, latest first, and how many responses in a row were from it", () => {
		const state = after(["v1", now], ["v2", now + 1], ["v2", now + 2], ["v1", now + 3]);
		assert.deepEqual(state.versions, [
			{ version: "v1", firstAt: now, lastAt: now + 3 },
			{ version: "v2", firstAt: now + 1, lastAt: now + 2 },
		]);
		assert.equal(state.inARow, 1);
		assert.equal(after(["v1", now], ["v1", now], ["v1", now]).inARow, 3);
		const many = after(...["v1", "v2", "v3", "v4", "v5"].map((one) => [one, now] as const));
		assert.deepEqual(
			many.versions.map(({ version }) => version),
			["v5", "v4", "v3", "v2"],
		);
		const forgotten = after(["v1", now], ["v2", now + 10 * minute + 1]);
		assert.deepEqual(
			forgotten.versions.map(({ version }) => version),
			["v2"],
		);
		assert.equal(recordHeaders(state, {}, now + 9).versions, state.versions);
	});

	it("report whether several versions respond in turn", () => {
		assert.equal(answersMix(initialServerState, now), false);
		assert.equal(answersMix(after(["v1", now]), now), false);
		assert.equal(answersMix(after(["v1", now], ["v2", now + 1]), now + 1), false);
		const mixed = after(["v1", now], ["v2", now + 1], ["v1", now + 2]);
		assert.equal(answersMix(mixed, now + 2), true);
		assert.equal(answersMix(after(["v1", now], ["v2", now]), now), true);
		assert.equal(answersMix(mixed, now + 11 * minute), false);
	});

	it("compare the clocks, for an hour", () => {
		const known = (date: number, at = now) =>
			recordHeaders(initialServerState, { version: "v1", date }, at);
		assert.equal(clocksAgree(initialServerState, now), false);
		assert.equal(clocksAgree(known(now), now), true);
		assert.deepEqual(known(now - 5).clock, { aheadByMs: 5, at: now });
		for (const sign of [-1, 1]) {
			assert.equal(clocksAgree(known(now + sign * 24 * hour), now), true);
			assert.equal(clocksAgree(known(now + sign * (24 * hour + 1)), now), false);
			assert.equal(clocksAgree(known(now), now + sign * hour), true);
			assert.equal(clocksAgree(known(now), now + sign * (hour + 1)), false);
		}
		const later = recordHeaders(known(now - 5), { version: "v1" }, now + 1);
		assert.deepEqual(later.clock, { aheadByMs: 5, at: now });
	});

	it("have the current warnings, which stay the same until they change", () => {
		const warned = (state: ServerState, warnings?: readonly string[]) =>
			recordHeaders(state, { version: "v1", ...(warnings && { warnings }) }, now).warnings;
		const one = recordHeaders(initialServerState, { version: "v1", warnings: ["a", "b"] }, now);
		assert.deepEqual(one.warnings, ["a", "b"]);
		assert.equal(warned(one), one.warnings);
		assert.equal(warned(one, ["a", "b"]), one.warnings);
		for (const others of [["a"], ["a", "c"], ["c", "b"], ["a", "b", "c"], []]) {
			assert.deepEqual(warned(one, others), others);
		}
		assert.deepEqual(recordHeaders(one, { warnings: [] }, now).warnings, []);
	});
});

describe("a reply", () => {
	const slot: Slot<unknown> = { failures: 0, loading: true };
	const value = { message: "hi" };

	it("with a value starts a fresh slot, which waits for a rate limit at most a minute", () => {
		const reply = (notBefore?: number) =>
			applyReply(
				"root",
				{ ...slot, failure: failureOf("timeout"), failures: 3, servedBy: "v1" },
				{ ok: true, value: { value, tookMs: 12, ...(notBefore !== undefined && { notBefore }) } },
				now,
				0,
			);
		assert.deepEqual(reply(), {
			value,
			at: now,
			tookMs: 12,
			triedAt: now,
			freshUntil: now + 15 * minute,
			servedBy: "v1",
			failures: 0,
			loading: false,
		});
		assert.equal(reply(now + 5).notBefore, now + 5);
		assert.equal(reply(now + hour).notBefore, now + minute);
	});

	it("with a failure keeps the value, and waits", () => {
		const failure = failureOf("serverError");
		const headers = { version: "v2" };
		const known = { ...slot, value, at: now - hour, failures: 1 };
		const failed = applyReply("root", known, { ok: false, failure, headers }, now, 0);
		assert.ok((failed.notBefore ?? 0) > now);
		assert.deepEqual(
			{ ...failed, notBefore: 0 },
			{
				value,
				at: now - hour,
				failure,
				triedAt: now,
				servedBy: "v2",
				failures: 2,
				notBefore: 0,
				loading: false,
			},
		);
	});

	it("to a canceled request changes nothing for a minute", () => {
		const cancelled = { ok: false, failure: failureOf("cancelled") } as const;
		assert.deepEqual(applyReply("root", slot, cancelled, now, 0), {
			...slot,
			loading: false,
			notBefore: now + minute,
		});
		const waiting = { ...slot, notBefore: now + hour };
		assert.equal(applyReply("root", waiting, cancelled, now, 0).notBefore, now + hour);
	});

	it("that a bug prevented is explained", () => {
		const reply = brokenReply(new Error("oops"));
		assert.ok(!reply.ok);
		assert.deepEqual(reply.failure, {
			kind: "rejected",
			message: "The extension couldn't send the request: Error: oops",
			advice: "Reload the window. If the problem persists, report an issue.",
			action: "showLog",
			causes: [],
		});
	});
});

describe("fresh data", () => {
	/** Returns a deployment that records requests, which end when `answer` is called. */
	const asked = (slots: SlotParts) => {
		const ids: (readonly EndpointId[])[] = [];
		const waiting = gate<undefined>();
		const deployment = {
			snapshot: snapshotOf(slots),
			server: initialServerState,
			refreshShared: (wanted: readonly EndpointId[]) => {
				ids.push(wanted);
				return waiting.promise;
			},
		} as unknown as Deployment;
		return {
			deployment,
			ids,
			answer: () => {
				waiting.open(undefined);
			},
		};
	};
	const fresh = { value: {}, at: now, triedAt: now };

	it("are waited for if they're missing, outdated, or being requested", async () => {
		const { deployment, ids, answer } = asked({
			user: fresh,
			root: { ...fresh, loading: true },
			apiKey: { ...fresh, triedAt: now - hour },
		});
		let isDone = false;
		const waits = ensureFresh(deployment, ["user", "root", "apiKey", "health"], now).then(() => {
			isDone = true;
		});
		assert.deepEqual(ids, [["root", "apiKey", "health"]]);
		await Promise.resolve();
		assert.equal(isDone, false);
		answer();
		await waits;
		const { deployment: other, ids: none } = asked({ user: fresh });
		await ensureFresh(other, ["user"], now);
		assert.deepEqual(none, []);
	});

	it("are no longer waited for once the caller gives up", async () => {
		const { deployment, ids } = asked({});
		const controller = new AbortController();
		const waits = ensureFresh(deployment, ["user"], now, controller.signal);
		controller.abort(new Error("enough"));
		await assert.rejects(waits, /enough/);
		await assert.rejects(ensureFresh(deployment, ["user"], now, controller.signal), /enough/);
		assert.equal(ids.length, 1);
		const answered = asked({});
		answered.answer();
		await ensureFresh(answered.deployment, ["user"], now, new AbortController().signal);
	});
});

describe("what requires attention", () => {
	it("are the needs of all sources, in their order", async () => {
		const deployment = await recorded({});
		const needs = needsOf(
			deployment,
			[
				() => ({ need: oneNeed("update", "1 update") }),
				() => ({}),
				(one, at) => ({ need: oneNeed("health", `${one.saved.name} at ${at.toString()}`) }),
			],
			5,
		);
		assert.deepEqual(needs, [
			{ section: "update", count: 1, words: "1 update", severe: false },
			{ section: "health", count: 1, words: "coder.larkspur.example at 5", severe: false },
		]);
	});
});
