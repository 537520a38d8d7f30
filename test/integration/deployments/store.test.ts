import assert from "node:assert/strict";
import type { Answer } from "../../../src/core/http/reply.ts";
import { endpointIds } from "../../../src/core/coder/endpoints.ts";
import type { ApiFailure, Outcome } from "../../../src/core/http/failure.ts";
import type { EndpointId } from "../../../src/core/coder/model.ts";
import { prerequisites } from "../../../src/core/deployments/prerequisites.ts";
import { dueEndpoints } from "../../../src/core/deployments/schedule.ts";
import { stateOf } from "../../../src/core/deployments/slot.ts";
import { DeploymentStore, type RequestEndpoint } from "../../../src/core/deployments/store.ts";
import { startSampleDeployment } from "../../sample-deployment/server.ts";
import { bench } from "../../support/bench.ts";
import { gate, type Gate } from "../../support/gate.ts";
import { failureOf, saved } from "../../support/recorded.ts";
import { until } from "../../support/until.ts";
import { slowMachine } from "../../support/slowMachine.ts";

type Result = Outcome<Answer<unknown>>;

/** A request of the store. */
interface Requested extends Gate<Result> {
	readonly id: EndpointId;
	readonly signal: AbortSignal;
}

const value = (text: string, more: Partial<Answer<unknown>> = {}): Result => ({
	ok: true,
	value: { value: text, tookMs: 7, ...more },
});
const failed = (failure: ApiFailure): Result => ({ ok: false, failure });

/** Creates a store that the test answers. Ending a request answers it as a client would. */
function controlled() {
	const requested: Requested[] = [];
	let now = 1000;
	const request = (id: EndpointId, signal: AbortSignal): Promise<Result> => {
		const entry = { id, signal, ...gate<Result>() };
		requested.push(entry);
		signal.addEventListener("abort", () => {
			// A real transport notices a moment later.
			setImmediate(() => {
				entry.open(failed(failureOf("cancelled")));
			});
		});
		return entry.promise;
	};
	const store = new DeploymentStore(saved, request as RequestEndpoint, {
		now: () => now,
		random: () => 0,
	});
	return {
		store,
		requested,
		at: (ms: number) => {
			now = ms;
		},
	};
}

describe("the store", function () {
	this.timeout(slowMachine);

	it("is empty at first, and says so", () => {
		const { store } = controlled();
		for (const id of endpointIds) {
			assert.deepEqual(store.snapshot[id], { loading: false, failures: 0 });
			assert.equal(stateOf(store.snapshot[id]), "notRequested");
		}
	});

	it("shows that it's loading, then the result", async () => {
		const { store, requested, at } = controlled();
		const done = store.refresh(["user"]);
		assert.equal(stateOf(store.snapshot.user), "loading");
		assert.equal(stateOf(store.snapshot.root), "notRequested");
		at(2000);
		requested[0]?.open(value("first"));
		await done;
		assert.deepEqual(store.snapshot.user, {
			value: "first",
			at: 2000,
			tookMs: 7,
			triedAt: 2000,
			freshUntil: 2000 + 15 * 60_000,
			failures: 0,
			loading: false,
		});
	});

	it("requests every endpoint once by default", async () => {
		const { store, requested } = controlled();
		const done = store.refresh();
		const waiting = endpointIds.filter((id) => prerequisites(id).length > 0);
		assert.deepEqual(
			requested.map(({ id }) => id),
			endpointIds.filter((id) => !waiting.includes(id)),
		);
		for (const { open } of requested) open(value("x"));
		await until(() => requested.length === endpointIds.length - 1);
		for (const { open } of requested) open(value("x"));
		await done;
		// The access URL isn't known here.
		assert.deepEqual(
			requested.map(({ id }) => id).filter((id) => waiting.includes(id)),
			waiting.filter((id) => id !== "health"),
		);
	});

	it("shares a running request between two refreshes", async () => {
		const { store, requested } = controlled();
		const first = store.refresh(["user", "root"]);
		const second = store.refresh(["user", "buildInfo"]);
		const third = store.refresh(["user", "user"]);
		assert.deepEqual(
			requested.map(({ id }) => id),
			["user", "root", "buildInfo"],
		);
		for (const { open } of requested) open(value("x"));
		await Promise.all([first, second, third]);
		assert.equal(store.snapshot.user.value, "x");
	});

	it("shares a request with listeners of its start", async () => {
		const { store, requested } = controlled();
		let nested: Promise<void> | undefined;
		store.onDidChange(() => {
			nested ??= store.refresh(["user"]);
		});
		const done = store.refresh(["user"]);
		assert.equal(requested.length, 1);
		requested[0]?.open(value("x"));
		await Promise.all([done, nested]);
	});

	it("sends a new request after an answer", async () => {
		const { store, requested } = controlled();
		const first = store.refresh(["user"]);
		requested[0]?.open(value("old"));
		await first;
		const second = store.refresh(["user"]);
		assert.equal(store.snapshot.user.value, "old");
		assert.equal(store.snapshot.user.loading, true);
		requested[1]?.open(value("new"));
		await second;
		assert.equal(store.snapshot.user.value, "new");
	});

	it("applies each answer independently", async () => {
		const { store, requested } = controlled();
		const done = store.refresh(["user", "root"]);
		requested[1]?.open(value("root"));
		await until(() => store.snapshot.root.value !== undefined);
		assert.equal(stateOf(store.snapshot.user), "loading");
		requested[0]?.open(failed(failureOf("serverError")));
		await done;
		assert.equal(stateOf(store.snapshot.user), "failed");
		assert.equal(stateOf(store.snapshot.root), "ready");
	});

	it("keeps a value after failures, counts them, and resets the count with the next value", async () => {
		const { store, requested, at } = controlled();
		const refreshTo = async (result: Result) => {
			const done = store.refresh(["user"]);
			requested.at(-1)?.open(result);
			await done;
			return store.snapshot.user;
		};
		await refreshTo(value("good"));
		at(3000);
		const failure = failureOf("timeout");
		assert.deepEqual(await refreshTo(failed(failure)), {
			value: "good",
			at: 1000,
			tookMs: 7,
			failure,
			triedAt: 3000,
			freshUntil: 1000 + 15 * 60_000,
			failures: 1,
			notBefore: 8000,
			loading: false,
		});
		assert.equal((await refreshTo(failed(failure))).failures, 2);
		assert.equal(stateOf(store.snapshot.user), "stale");
		const again = await refreshTo(value("better"));
		assert.equal(again.failures, 0);
		assert.ok(!("failure" in again) && !("notBefore" in again));
		assert.equal(stateOf(again), "ready");
	});

	it("replaces the snapshot with each change and never modifies one", async () => {
		const { store, requested } = controlled();
		const before = store.snapshot;
		const copy = JSON.stringify(before);
		const seen = new Set([before]);
		store.onDidChange(() => seen.add(store.snapshot));
		const done = store.refresh(["user"]);
		requested[0]?.open(value("x"));
		await done;
		assert.equal(seen.size, 3);
		assert.equal(JSON.stringify(before), copy);
		assert.equal(store.snapshot.root, before.root);
	});

	it("is unchanged after a canceled refresh", async () => {
		const { store, requested } = controlled();
		const first = store.refresh(["user"]);
		requested[0]?.open(value("old"));
		await first;
		const { notBefore: _before, ...before } = store.snapshot.user;
		const second = store.refresh(["user", "root"]);
		store.cancel();
		assert.ok(requested.slice(1).every(({ signal }) => signal.aborted));
		await second;
		const { notBefore, ...after } = store.snapshot.user;
		assert.deepEqual(after, before);
		assert.equal(stateOf(store.snapshot.root), "notRequested");
		assert.ok((notBefore ?? 0) > 1000);
	});

	it("doesn't automatically repeat a canceled request right away", async () => {
		const { store } = controlled();
		const done = store.refresh(["user"]);
		store.cancel();
		await done;
		assert.deepEqual(dueEndpoints(["user"], store, 1000), []);
		assert.deepEqual(dueEndpoints(["user"], store, 61_000), ["user"]);
	});

	it("doesn't retry permanent failures after canceling", async () => {
		const { store, requested } = controlled();
		const first = store.refresh(["user"]);
		requested[0]?.open(failed(failureOf("signedOut")));
		await first;
		const second = store.refresh(["user"]);
		store.cancel();
		await second;
		assert.equal(store.snapshot.user.notBefore, Infinity);
	});

	it("only cancels the specified endpoints", async () => {
		const { store, requested } = controlled();
		const done = store.refresh(["user", "root"]);
		store.cancel(["root"]);
		assert.equal(requested[0]?.signal.aborted, false);
		assert.equal(requested[1]?.signal.aborted, true);
		requested[0].open(value("x"));
		await done;
		assert.equal(stateOf(store.snapshot.user), "ready");
	});

	it("accepts a value that arrives in spite of cancellation", async () => {
		const { store, requested } = controlled();
		const done = store.refresh(["user"]);
		requested[0]?.open(value("just in time"));
		store.cancel();
		await done;
		assert.equal(store.snapshot.user.value, "just in time");
	});

	it("doesn't share a canceled request: the next one gets an answer", async () => {
		const { store, requested } = controlled();
		const first = store.refresh(["user"]);
		store.cancel();
		const second = store.refresh(["user"]);
		assert.equal(requested.length, 2);
		await first;
		assert.equal(store.snapshot.user.loading, true);
		requested[1]?.open(value("second"));
		await second;
		assert.equal(store.snapshot.user.value, "second");
		assert.equal(store.snapshot.user.loading, false);
	});

	it("converts an exception to a failure: refreshing never rejects", async () => {
		for (const throwing of [
			() => {
				throw new Error("broken");
			},
			() => Promise.reject(new Error("broken")),
		]) {
			const store = new DeploymentStore(saved, throwing);
			await store.refresh();
			for (const id of endpointIds) {
				assert.equal(stateOf(store.snapshot[id]), "failed", id);
				assert.equal(store.snapshot[id].loading, false);
				assert.equal(
					store.snapshot[id].failure?.message,
					"The extension couldn't send the request: Error: broken",
				);
			}
		}
	});

	it("cancels its requests and fires no events after disposal", async () => {
		const { store, requested } = controlled();
		let changes = 0;
		store.onDidChange(() => {
			changes += 1;
		});
		const done = store.refresh();
		assert.equal(changes, 1);
		store.dispose();
		assert.ok(requested.every(({ signal }) => signal.aborted));
		await done;
		assert.equal(changes, 1);
	});

	it("waits as long as the server's rate limit requires, at most a minute", async () => {
		const { store, requested } = controlled();
		for (const [notBefore, expected] of [
			[31_000, 31_000],
			[1e15, 61_000],
		] as const) {
			const done = store.refresh(["root"]);
			requested.at(-1)?.open(value("x", { notBefore }));
			await done;
			assert.equal(store.snapshot.root.notBefore, expected);
		}
	});
});

describe("the store over real sockets", function () {
	this.timeout(slowMachine);

	it("sends one request for two refreshes, and closes canceled ones", async () => {
		const sample = await startSampleDeployment({ accessUrl: "self" });
		try {
			const { store } = bench(sample.url, { token: sample.tokens.owner });
			await Promise.all([store.refresh(), store.refresh(), store.refresh(["user"])]);
			// Organizations are requested before what depends on them.
			assert.equal(sample.count(), endpointIds.length + 1);

			sample.setFault("all", { kind: "never" });
			const before = store.snapshot;
			const done = store.refresh();
			// Requests that depend on others aren't sent while those are pending.
			const waiting = endpointIds.filter((id) => prerequisites(id).length > 0);
			await until(() => sample.count() === 1 + 2 * endpointIds.length - waiting.length);
			store.cancel();
			await done;
			for (const id of endpointIds) {
				assert.equal(store.snapshot[id].value, before[id].value);
				assert.equal(stateOf(store.snapshot[id]), "ready");
			}
			await until(() => sample.openSockets() === 0);
		} finally {
			await sample.close();
		}
	});
});
