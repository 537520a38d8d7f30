import assert from "node:assert/strict";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Memory } from "../../../src/core/base/memory.ts";
import { OrderedMemory } from "../../../src/core/base/orderedMemory.ts";

type Values = Record<string, unknown>;

/**
 * The state of an extension in one window as VS Code keeps it: set at once, sent a moment later as a whole, and
 * replaced with what was stored when that is reported, before the promise of the write resolves.
 */
class Memento implements Memory {
	readonly writes: string[] = [];
	refuse = false;
	#values: Values = {};
	#sent: Promise<void> | undefined;

	get(key: string): unknown {
		return this.#values[key];
	}

	update(key: string, value: unknown): Promise<void> {
		this.writes.push(key);
		this.#values[key] = value;
		this.#sent ??= this.#send();
		return this.#sent;
	}

	/** Reports what another window stored. */
	report(values: Values): void {
		this.#values = structuredClone(values);
	}

	async #send(): Promise<void> {
		await nextTurn();
		this.#sent = undefined;
		const stored = structuredClone(this.#values);
		if (this.refuse) throw new Error("The disk is full.");
		await nextTurn();
		await nextTurn();
		this.report(stored);
	}
}

describe("ordered memory", () => {
	it("keeps a value that is set while another one is stored, which VS Code alone loses", async () => {
		const memories = [new Memento(), new OrderedMemory(new Memento())];
		const names = await Promise.all(
			memories.map(async (memory) => {
				const first = memory.update("version", "v2.35.1");
				await nextTurn();
				await nextTurn();
				await Promise.all([first, memory.update("name", "Production")]);
				await nextTurn();
				await nextTurn();
				return memory.get("name");
			}),
		);
		assert.deepEqual(names, [undefined, "Production"]);
	});

	it("keeps all of many values that are set at any moment", async () => {
		const memory = new OrderedMemory(new Memento());
		const keys = Array.from({ length: 30 }, (_, index) => `key${index}`);
		const writes: Promise<void>[] = [];
		for (const [index, key] of keys.entries()) {
			for (let turn = 0; turn < index % 4; turn++) await nextTurn();
			writes.push(memory.update(key, index));
			assert.equal(memory.get(key), index, "readable before it's stored");
		}
		await Promise.all(writes);
		assert.deepEqual(
			keys.map((key) => memory.get(key)),
			keys.map((_, index) => index),
		);
	});

	it("writes again what another window's write brought back to the value from before", async () => {
		const memento = new Memento();
		const memory = new OrderedMemory(memento);
		await memory.update("name", "127.0.0.1");
		const renamed = memory.update("name", "Production");
		await Promise.resolve();
		memento.report({ name: "127.0.0.1", other: 1 });
		await renamed;
		assert.equal(memory.get("name"), "Production");
		assert.equal(memory.get("other"), 1);
	});

	it("returns the newest of two values, and leaves a newer one of another window alone", async () => {
		const memento = new Memento();
		const memory = new OrderedMemory(memento);
		const both = [memory.update("name", "A"), memory.update("name", "B")];
		assert.equal(memory.get("name"), "B");
		await both[0];
		assert.equal(memory.get("name"), "B");
		await both[1];
		assert.equal(memory.get("name"), "B");
		memento.report({ name: "C" });
		assert.equal(memory.get("name"), "C");
	});

	it("doesn't write what is already stored, nor what is changed after the call", async () => {
		const memento = new Memento();
		const memory = new OrderedMemory(memento);
		const list = ["a"];
		const written = memory.update("list", list);
		list.push("b");
		await written;
		await memory.update("list", ["a"]);
		assert.deepEqual(memory.get("list"), ["a"]);
		assert.deepEqual(memento.writes, ["list"]);
	});

	it("deletes a value", async () => {
		const memory = new OrderedMemory(new Memento());
		await memory.update("name", "Production");
		const deleted = memory.update("name", undefined);
		assert.equal(memory.get("name"), undefined);
		await deleted;
		assert.equal(memory.get("name"), undefined);
	});

	it("passes an error on, and goes on with the next value", async () => {
		const memento = new Memento();
		const memory = new OrderedMemory(memento);
		memento.refuse = true;
		const refused = memory.update("name", "Production");
		await assert.rejects(refused, /disk is full/);
		memento.refuse = false;
		await memory.update("name", "Staging");
		assert.equal(memory.get("name"), "Staging");
	});
});
