import assert from "node:assert/strict";
import { DisposableStore, Emitter, reportListenerErrors } from "../../../src/core/base/event.ts";

describe("an event", () => {
	it("reaches every listener until it's removed", () => {
		const emitter = new Emitter<number>();
		const received: string[] = [];
		const first = emitter.event((value) => received.push(`a${value}`));
		emitter.event((value) => received.push(`b${value}`));
		emitter.fire(1);
		first.dispose();
		first.dispose();
		emitter.fire(2);
		assert.deepEqual(received, ["a1", "b1", "b2"]);
	});

	it("calls a function once for each subscription", () => {
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

	it("reaches the other listeners if one throws, and reports each error", () => {
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

	it("lets listeners unsubscribe while it fires", () => {
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

	it("reaches no listener after it's disposed of", () => {
		const emitter = new Emitter<void>();
		emitter.event(() => assert.fail());
		emitter.dispose();
		emitter.fire();
	});

	it("reports errors to the previous target again", () => {
		const emitter = new Emitter<void>();
		emitter.event(() => {
			throw new Error("no");
		});
		const [outer, inner]: [unknown[], unknown[]] = [[], []];
		const first = reportListenerErrors((error) => outer.push(error));
		const second = reportListenerErrors((error) => inner.push(error));
		emitter.fire();
		second.dispose();
		emitter.fire();
		first.dispose();
		assert.deepEqual([outer.length, inner.length], [1, 1]);
	});
});

describe("a store of disposables", () => {
	it("disposes of the last item first, and of each item once", () => {
		const store = new DisposableStore();
		const gone: string[] = [];
		for (const name of ["a", "b", "c"]) store.add({ dispose: () => gone.push(name) });
		store.dispose();
		store.dispose();
		assert.deepEqual(gone, ["c", "b", "a"]);
	});
});
