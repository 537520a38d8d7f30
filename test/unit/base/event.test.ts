import assert from "node:assert/strict";
import { DisposableStore, Emitter, reportListenerErrors } from "../../../src/core/base/event.ts";

describe("events", () => {
	it("reach everybody who listens, until they stop", () => {
		const emitter = new Emitter<number>();
		const heard: string[] = [];
		const first = emitter.event((value) => heard.push(`a${value}`));
		emitter.event((value) => heard.push(`b${value}`));
		emitter.fire(1);
		first.dispose();
		first.dispose();
		emitter.fire(2);
		assert.deepEqual(heard, ["a1", "b1", "b2"]);
	});

	it("reach a function as often as it listens", () => {
		const emitter = new Emitter<void>();
		let calls = 0;
		const listener = () => {
			calls += 1;
		};
		const once = emitter.event(listener);
		emitter.event(listener);
		emitter.fire();
		assert.equal(calls, 2);
		once.dispose();
		emitter.fire();
		assert.equal(calls, 3);
	});

	it("reach the others although one of them fails, and end nothing; each error is reported", () => {
		const emitter = new Emitter<void>();
		let reached = false;
		emitter.event(() => {
			throw new Error("first");
		});
		emitter.event(() => {
			reached = true;
		});
		emitter.event(() => {
			throw new Error("second");
		});
		const errors: unknown[] = [];
		const reporting = reportListenerErrors((error) => errors.push(error));
		emitter.fire();
		reporting.dispose();
		assert.ok(reached);
		assert.deepEqual(errors.map(String), ["Error: first", "Error: second"]);
	});

	it("may end listening while they are fired", () => {
		const emitter = new Emitter<void>();
		let calls = 0;
		const self = emitter.event(() => {
			calls += 1;
			self.dispose();
		});
		emitter.fire();
		emitter.fire();
		assert.equal(calls, 1);
	});

	it("reach nobody after the end", () => {
		const emitter = new Emitter<void>();
		emitter.event(() => assert.fail());
		emitter.dispose();
		emitter.fire();
	});
});

describe("a store of disposables", () => {
	it("lets go of the last first, and of each once", () => {
		const store = new DisposableStore();
		const gone: string[] = [];
		for (const name of ["a", "b", "c"]) store.add({ dispose: () => gone.push(name) });
		store.dispose();
		store.dispose();
		assert.deepEqual(gone, ["c", "b", "a"]);
	});
});
