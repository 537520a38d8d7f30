import assert from "node:assert/strict";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { dueEndpoints } from "../../../src/core/deployments/schedule.ts";
import {
	answersMix,
	clocksAgree,
	recordHeaders,
	initialServerState,
	type ServerState,
} from "../../../src/core/deployments/server.ts";
import { DeploymentStore, type RequestEndpoint } from "../../../src/core/deployments/store.ts";
import { observe } from "../../../src/core/history/observe.ts";
import { endedSession } from "../../../src/core/deployments/condition.ts";
import type { Reply } from "../../../src/core/http/reply.ts";
import { failureOf, saved, recordedAt } from "../../support/recorded.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** Creates a store whose clock and answers the test controls. */
function store(start = recordedAt) {
	const clock = { now: start };
	const answers = new Map<EndpointId, Reply<unknown>>();
	const request = (id: EndpointId): Promise<Reply<unknown>> =>
		Promise.resolve(answers.get(id) ?? { ok: false, failure: failureOf("refused") });
	const made = new DeploymentStore(saved, request as RequestEndpoint, {
		now: () => clock.now,
		random: () => 0,
	});
	const good = (value: unknown, version?: string): Reply<unknown> => ({
		ok: true,
		value: { value, tookMs: 1 },
		...(version !== undefined && { headers: { version } }),
	});
	return { store: made, clock, answers, good };
}

describe("a clock that was ahead and is corrected", () => {
	it("leaves no time in the future once there is an answer", async () => {
		const { store: one, clock, answers, good } = store(recordedAt + 100 * day);
		answers.set("user", good({ id: "1", username: "mira" }));
		answers.set("root", good({ message: "hi" }));
		await one.refresh(["user", "root"]);
		clock.now = recordedAt;
		await one.refresh(["root"]);
		const { user } = one.snapshot;
		assert.equal(user.at, recordedAt);
		assert.equal(user.triedAt, recordedAt);
		assert.deepEqual(dueEndpoints(["user"], one, recordedAt), ["user"]);
	});

	it("doesn't hide an ended session", async () => {
		const { store: one, clock, answers, good } = store(recordedAt + 100 * day);
		answers.set("user", good({ id: "1", username: "mira" }));
		await one.refresh(["user"]);
		clock.now = recordedAt;
		answers.set("user", { ok: false, failure: failureOf("signedOut") });
		await one.refresh(["user"]);
		assert.equal(endedSession(one.snapshot)?.kind, "signedOut");
		assert.deepEqual(dueEndpoints(["user"], one, recordedAt + day), []);
	});

	it("doesn't prevent canceled requests from being repeated", async () => {
		const { store: one, clock, answers } = store(recordedAt + 100 * day);
		answers.set("root", { ok: false, failure: failureOf("cancelled") });
		await one.refresh(["root"]);
		assert.deepEqual(dueEndpoints(["root"], one, clock.now), []);
		clock.now = recordedAt;
		assert.deepEqual(dueEndpoints(["root"], one, clock.now), ["root"]);
	});

	it("is detected by the server's own clock, within an hour and a day", () => {
		const headers = { version: "v2.35.1", date: recordedAt };
		const at = (ahead: number) => recordHeaders(initialServerState, headers, recordedAt + ahead);
		assert.ok(clocksAgree(at(0), recordedAt));
		assert.ok(clocksAgree(at(-3 * 60 * minute), recordedAt - 3 * 60 * minute));
		assert.ok(!clocksAgree(at(100 * day), recordedAt + 100 * day));
		assert.ok(!clocksAgree(at(-2 * day), recordedAt - 2 * day));
		assert.ok(!clocksAgree(at(0), recordedAt + 100 * day), "it jumped since");
		assert.ok(!clocksAgree(at(0), recordedAt - 100 * day));
		assert.ok(!clocksAgree(initialServerState, recordedAt));
	});
});

describe("servers of several versions", () => {
	const reported = (...answers: readonly (readonly [string, number])[]): ServerState =>
		answers.reduce(
			(server, [version, at]) => recordHeaders(server, { version }, at),
			initialServerState,
		);

	it("respond in turn if one is reported again after another", () => {
		assert.ok(!answersMix(reported(["v1", 1], ["v1", 2]), 2));
		assert.ok(!answersMix(reported(["v1", 1], ["v2", 2], ["v2", 3]), 3), "an upgrade");
		assert.ok(answersMix(reported(["v1", 1], ["v2", 2], ["v1", 3]), 3));
		assert.ok(answersMix(reported(["v1", 1], ["v2", 2], ["v1", 3], ["v2", 4]), 4));
		assert.ok(answersMix(reported(["v1", 1], ["v3", 2], ["v2", 3], ["v3", 4]), 4));
		assert.ok(!answersMix(initialServerState, 1));
	});

	it("no longer do ten minutes after the other one was last reported", () => {
		const server = reported(["v1", 1], ["v2", 2], ["v1", 3]);
		assert.ok(answersMix(server, 10 * minute));
		assert.ok(!answersMix(server, 10 * minute + 3));
	});

	it("that a clock ahead of time reported don't respond in turn for that long", () => {
		const ahead = reported(["v1", day], ["v2", day + 1], ["v1", day + 2]);
		assert.ok(!answersMix(ahead, 5));
		const { versions: list } = recordHeaders(ahead, { version: "v1" }, 5);
		assert.deepEqual(list, [{ version: "v1", firstAt: 5, lastAt: 5 }]);
	});

	it("never result in a mix of their answers", async () => {
		const { store: one, answers, good, clock } = store();
		answers.set("buildInfo", good({ version: "v1", workspaceProxy: false }, "v1"));
		answers.set("experiments", good(["a"], "v1"));
		await one.refresh(["buildInfo", "experiments"]);
		assert.deepEqual(observe(one.snapshot, one.server).state, {
			version: "v1",
			experiments: ["a"],
		});
		clock.now += 1;
		answers.set("buildInfo", good({ version: "v2", workspaceProxy: false }, "v2"));
		await one.refresh(["buildInfo"]);
		assert.deepEqual(observe(one.snapshot, one.server).state, { version: "v2" });
		answers.set("experiments", good(["b"], "v2"));
		clock.now += 1;
		await one.refresh(["experiments"]);
		assert.deepEqual(observe(one.snapshot, one.server).state, {
			version: "v2",
			experiments: ["b"],
		});
	});
});
