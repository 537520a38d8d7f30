import assert from "node:assert/strict";
import { UpdateMuting } from "../../../src/core/notifications/updateMuting.ts";
import { updateAttention } from "../../../src/core/notifications/updateAttention.ts";
import { WatchedSettings } from "../../../src/core/notifications/watchedSettings.ts";
import { openMemory } from "../../support/memories.ts";
import { recorded } from "../../support/recorded.ts";

const week = 7 * 24 * 3_600_000;

describe("what is stored about update notifications", () => {
	it("changes with an event, for one deployment", async () => {
		const muting = new UpdateMuting(openMemory());
		let events = 0;
		muting.onDidChange(() => events++);
		await muting.mute("a", "v2.36.0");
		await muting.putOff("a", "v2.37.0", 1000);
		assert.equal(events, 2);
		assert.equal(muting.muted("a"), "v2.36.0");
		assert.equal(muting.putOffUntil("a", "v2.37.0"), 1000 + week);
		assert.equal(muting.putOffUntil("a", "v2.36.0"), undefined);
		assert.equal(muting.muted("b"), undefined);
		await muting.unmute("a");
		assert.equal(muting.muted("a"), undefined);
		assert.equal(muting.putOffUntil("a", "v2.37.0"), 1000 + week);
		muting.dispose();
		await muting.mute("a", "*");
		assert.equal(events, 3);
		assert.ok(muting.isMuted("a", "v9.0.0"));
	});

	it("is ignored as far as it's damaged", async () => {
		const memory = openMemory();
		const muting = new UpdateMuting(memory);
		await muting.mute("a", "v1");
		const [hash = ""] = Object.keys(memory.get("updateMuting") as object);
		for (const later of [{ version: "v1" }, { at: 7 }, { version: "v1", at: "x" }, [], "x"]) {
			memory.put("updateMuting", { [hash]: { muted: "v2", later } });
			assert.equal(muting.putOffUntil("a", "v1"), undefined);
			assert.equal(muting.muted("a"), "v2");
		}
	});
});

describe("what is stored about watched settings", () => {
	it("is known for one value, kind, and deployment, and written only if it changes", async () => {
		const memory = openMemory();
		const writes: string[] = [];
		const watched = new WatchedSettings({
			get: (key) => memory.get(key),
			update: (key, value) => {
				writes.push(JSON.stringify(value));
				return memory.update(key, value);
			},
		});
		await watched.set("a", "latency", 300);
		await watched.set("a", "latency", 300);
		assert.equal(writes.length, 1);
		assert.ok(watched.isKnown("a", "latency", 300));
		assert.ok(!watched.isKnown("a", "latency", 301));
		assert.ok(!watched.isKnown("a", "failedWorkspaces", 300));
		assert.ok(!watched.isKnown("b", "latency", 300));
		await watched.set("b", "latency", 300);
		await watched.set("a", "latency", undefined);
		await watched.set("a", "latency", undefined);
		assert.equal(writes.length, 3);
		assert.ok(!watched.isKnown("a", "latency", 300));
		assert.ok(watched.isKnown("b", "latency", 300));
	});

	it("survives damage", async () => {
		for (const stored of [null, 7, "x"]) {
			const memory = openMemory();
			memory.put("watchedForNotices", stored);
			const watched = new WatchedSettings(memory);
			assert.ok(!watched.isKnown("a", "latency", true));
			await watched.set("a", "latency", true);
			assert.ok(watched.isKnown("a", "latency", true));
		}
	});
});

describe("the attention that an update needs", () => {
	const after = (current: boolean, version: string) =>
		recorded({
			buildInfo: { body: { version: "v2.35.1+8b44bd6", external_url: "" } },
			updateCheck: { body: { current, version, url: `https://github.com/releases/${version}` } },
		});

	it("is one thing, unless it's muted", async () => {
		const available = await after(false, "v2.36.0");
		const facts = ["Update: v2.36.0 is available"];
		const asked: unknown[] = [];
		const attention = (muted: boolean) =>
			updateAttention((...about) => {
				asked.push(about);
				return muted;
			})(available, 0);
		assert.deepEqual(attention(false), {
			need: { section: "update", count: 1, words: "1 update", severe: false },
			facts,
		});
		assert.deepEqual(attention(true), { need: undefined, facts });
		assert.deepEqual(asked[0], [available.saved.key, "v2.36.0"]);
	});

	it("isn't needed if the server is up to date", async () => {
		const { need, facts } = updateAttention(() => false)(await after(true, "v2.35.1"), 0);
		assert.equal(need, undefined);
		assert.deepEqual(facts, ["Update: Up to date"]);
	});
});
