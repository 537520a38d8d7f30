import assert from "node:assert/strict";
import { setImmediate as turn } from "node:timers/promises";
import { inTurns } from "../../../scripts/tiers/inTurns.ts";

/** Works on things until they're told to end, and records what happens. */
class Works {
	readonly #events: string[] = [];
	readonly #ends = new Map<string, () => void>();

	readonly work = async (thing: string, useMore: (more: () => void) => void): Promise<void> => {
		this.#events.push(`${thing} begins`);
		if (thing.startsWith("growing")) {
			useMore(() => {
				this.#events.push(`${thing} grows`);
			});
		}
		await new Promise<void>((resolve) => this.#ends.set(thing, resolve));
	};

	/** Ends the work on a thing, if there is one, and returns what happened since the last call. */
	async end(thing?: string): Promise<readonly string[]> {
		if (thing !== undefined) this.#ends.get(thing)?.();
		await turn();
		return this.#events.splice(0);
	}
}

describe("work in turns", () => {
	it("begins with the next thing when one is done", async () => {
		const works = new Works();
		const all = inTurns(["a", "b", "c"], 2, works.work);
		assert.deepEqual(await works.end(), ["a begins", "b begins"]);
		assert.deepEqual(await works.end("b"), ["c begins"]);
		assert.deepEqual(await works.end("c"), []);
		await works.end("a");
		await all;
	});

	it("gives places that nothing else waits for to what can use more", async () => {
		const works = new Works();
		const all = inTurns(["growing 1", "growing 2", "short", "last"], 3, works.work);
		assert.deepEqual(await works.end(), ["growing 1 begins", "growing 2 begins", "short begins"]);
		assert.deepEqual(await works.end("short"), ["last begins"]);
		assert.deepEqual(await works.end("last"), ["growing 1 grows"]);
		assert.deepEqual(await works.end("growing 1"), ["growing 2 grows", "growing 2 grows"]);
		await works.end("growing 2");
		await all;
	});

	it("gives all places to the only thing", async () => {
		const works = new Works();
		const all = inTurns(["growing"], 3, works.work);
		assert.deepEqual(await works.end(), ["growing begins", "growing grows", "growing grows"]);
		await works.end("growing");
		await all;
	});
});
