import assert from "node:assert/strict";
import { lazy } from "../../../src/core/base/lazy.ts";

describe("a lazily loaded module", () => {
	it("is loaded on first use, and only once", async () => {
		let loads = 0;
		const one = lazy(() => Promise.resolve({ number: ++loads }));
		assert.equal(one.loaded, undefined);
		assert.equal(loads, 0);
		const [first, second] = await Promise.all([one.get(), one.get()]);
		assert.equal(first, second);
		assert.equal(one.loaded, first);
		assert.equal(await one.get(), first);
		assert.equal(loads, 1);
	});

	it("is loaded again after a failure", async () => {
		let tries = 0;
		const one = lazy(() =>
			++tries === 1 ? Promise.reject(new Error("no such file")) : Promise.resolve("there"),
		);
		const both = await Promise.allSettled([one.get(), one.get()]);
		assert.deepEqual(
			both.map(({ status }) => status),
			["rejected", "rejected"],
		);
		assert.equal(one.loaded, undefined);
		assert.equal(await one.get(), "there");
		assert.equal(tries, 2);
	});

	it("is disposed of even while it's loading, and isn't loaded only for that", async () => {
		let disposed = 0;
		const make = () => lazy(() => Promise.resolve({ dispose: () => disposed++ }));
		await make().dispose();
		assert.equal(disposed, 0);
		const one = make();
		const loading = one.get();
		await one.dispose();
		await loading;
		assert.equal(disposed, 1);
		const failing = lazy(() => Promise.reject(new Error("no such file")));
		const failed = failing.get().catch(() => "failed");
		await failing.dispose();
		assert.equal(await failed, "failed");
	});

	it("may be a value that can't be disposed of", async () => {
		for (const value of [7, null, undefined, "x", {}, []]) {
			const one = lazy(() => Promise.resolve(value));
			await one.get();
			await one.dispose();
		}
	});
});
