import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { TimeLimitError, untilAborted, withTimeLimit } from "../../../src/core/base/timeLimit.ts";
import { FakeTimeouts } from "../../support/fakeTimeouts.ts";

const never = new Promise<never>(() => undefined);

describe("a time limit", () => {
	const timeouts = new FakeTimeouts();
	beforeEach(() => {
		timeouts.start();
	});
	afterEach(() => {
		timeouts.stop();
	});

	it("returns an answer or its error, and leaves no timer behind", async () => {
		assert.equal(await withTimeLimit(Promise.resolve(7), 500), 7);
		const error = new Error("no");
		await assert.rejects(withTimeLimit(Promise.reject(error), 500), error);
		assert.equal(timeouts.waiting, 0);
	});
});

describe("a signal", () => {
	const controllerAndListeners = () => {
		const controller = new AbortController();
		return { controller, listeners: () => getEventListeners(controller.signal, "abort").length };
	};

	it("ends the wait for an answer with its reason", async () => {
		const { controller, listeners } = controllerAndListeners();
		const { signal } = controller;
		const waiting = untilAborted(never, signal);
		assert.equal(listeners(), 1);
		const reason = new Error("The user canceled it.");
		controller.abort(reason);
		await assert.rejects(waiting, reason);
		assert.equal(listeners(), 0);
		await assert.rejects(untilAborted(Promise.resolve(7), signal), reason, "it was aborted before");
	});

	it("gets no listener that stays", async () => {
		const { controller, listeners } = controllerAndListeners();
		const { signal } = controller;
		assert.equal(await untilAborted(Promise.resolve(7), signal), 7);
		const error = new Error("no");
		await assert.rejects(untilAborted(Promise.reject(error), signal), error);
		assert.equal(listeners(), 0);
		assert.equal(await untilAborted(Promise.resolve(7), undefined), 7);
	});
});

describe("an answer", () => {
	it("is awaited up to a limit, which the error has", async () => {
		assert.equal(await withTimeLimit(Promise.resolve("a"), 60_000), "a");
		await assert.rejects(withTimeLimit(Promise.reject(new Error("no")), 60_000), /^Error: no$/);
		await assert.rejects(withTimeLimit(new Promise(() => undefined), 0), (error) => {
			assert.ok(error instanceof TimeLimitError);
			assert.equal(error.limitMs, 0);
			assert.equal(String(error), "TimeLimitError: TIMEOUT 0 ms");
			return true;
		});
	});

	it("is awaited until it's no longer wanted", async () => {
		const { signal } = new AbortController();
		assert.equal(await untilAborted(Promise.resolve("a"), undefined), "a");
		assert.equal(await untilAborted(Promise.resolve("a"), signal), "a");
		const controller = new AbortController();
		const waiting = untilAborted(new Promise(() => undefined), controller.signal);
		controller.abort(new Error("stop"));
		await assert.rejects(waiting, /^Error: stop$/);
		await assert.rejects(untilAborted(Promise.resolve("a"), controller.signal), /^Error: stop$/);
	});
});
