import assert from "node:assert/strict";
import { DeploymentHistory } from "../../../src/core/history/deploymentHistory.ts";
import { SnapshotFolder } from "../../../src/core/history/snapshotFolder.ts";
import type { HistoryEntry } from "../../../src/core/history/state.ts";
import { seen, temporaryFolder } from "./observations.ts";

/** A folder that remembers what was read, on a disk that may fail. */
class WatchedFolder extends SnapshotFolder {
	readonly reads: string[] = [];
	#fails: (operation: "list" | "read" | "write", name?: string) => boolean = () => false;

	failIf(fails: (operation: "list" | "read" | "write", name?: string) => boolean): void {
		this.#fails = fails;
	}

	override names(): Promise<string[]> {
		return this.#fails("list") ? Promise.reject(new Error("not listed")) : super.names();
	}

	override read(name: string, onDamaged: (file: string) => void) {
		this.reads.push(name);
		if (this.#fails("read", name)) return Promise.reject(new Error("not read"));
		return super.read(name, onDamaged);
	}

	override write(snapshot: HistoryEntry): Promise<void> {
		return this.#fails("write") ? Promise.reject(new Error("not written")) : super.write(snapshot);
	}
}

describe("the history of a deployment", () => {
	let root: string;
	let reports: string[];

	const open = (count = 50) => {
		const folder = new WatchedFolder(root, "key", { count, bytes: 1_000_000 });
		const history = new DeploymentHistory(
			folder,
			{
				damaged: () => reports.push("damaged"),
				failed: (error) => reports.push(String(error)),
				written: () => reports.push("written"),
			},
			() => 1000,
		);
		const texts = async () =>
			(await history.log()).events.map(({ changes }) => changes.map(({ text }) => text).join());
		return { folder, history, texts };
	};

	beforeEach(() => {
		root = temporaryFolder();
		reports = [];
	});

	it("has neither changes nor a beginning before it has snapshots", async () => {
		assert.deepEqual(await open().history.log(), { events: [] });
		assert.deepEqual(reports, []);
	});

	it("reads each snapshot once for its changes, and keeps those in memory", async () => {
		const writer = open();
		for (const at of [1, 2, 3, 4]) await writer.history.record(seen(at, `v${String(at)}`));
		assert.deepEqual(writer.folder.reads, []);
		const { folder, history, texts } = open();
		const expected = ["v3 → v4", "v2 → v3", "v1 → v2"];
		assert.deepEqual(await texts(), expected);
		assert.deepEqual(folder.reads, (await history.ids()).toReversed());
		assert.deepEqual(await texts(), expected);
		assert.equal(folder.reads.length, 4);
	});

	it("reports only what was written", async () => {
		const { folder, history } = open();
		await history.record(seen(1, "a"));
		await history.record(seen(2, "a"));
		assert.deepEqual(reports, ["written"]);
		folder.failIf((operation) => operation === "list");
		assert.deepEqual(await history.ids(), []);
		assert.deepEqual(reports, ["written", "Error: not listed"]);
	});

	it("keeps as many snapshots in memory as on the disk until they can be written", async () => {
		const { folder, history, texts } = open(3);
		folder.failIf((operation) => operation === "write");
		for (const at of [1, 2, 3, 4]) await history.record(seen(at, `v${String(at)}`));
		assert.equal((await history.ids()).length, 3);
		assert.deepEqual(await texts(), ["v3 → v4", "v2 → v3"]);
		assert.deepEqual(reports, Array(4).fill("Error: not written"));
		assert.deepEqual(await folder.names(), []);
		folder.failIf(() => false);
		await history.record(seen(5, "v4"));
		assert.equal(reports.at(-1), "written");
		assert.deepEqual(await folder.names(), await history.ids());
	});

	it("keeps what was written until the snapshot that completes it is written", async () => {
		const { folder, history } = open();
		await history.record({ state: { version: "v1" }, readAt: { version: 1 } });
		const first = await history.ids();
		folder.failIf((operation) => operation === "write");
		await history.record({ state: { experiments: [] }, readAt: { experiments: 2 } });
		assert.deepEqual(await folder.names(), first);
		assert.equal((await history.ids()).length, 2);
	});

	it("has its snapshots in order, even if another window wrote a later one first", async () => {
		const [one, other] = [open(), open()];
		one.folder.failIf((operation) => operation === "write");
		await one.history.record(seen(1, "a"));
		await other.history.record(seen(2, "b"));
		const ids = await one.history.ids();
		assert.deepEqual(ids, ids.toSorted());
		assert.deepEqual(await one.texts(), ["a → b"]);
	});

	it("has no changes from or to a snapshot that can't be read", async () => {
		const writer = open();
		for (const at of [1, 2, 3, 4]) await writer.history.record(seen(at, `v${String(at)}`));
		const { folder, history, texts } = open();
		const [, second] = await history.ids();
		folder.failIf((operation, name) => operation === "read" && name === second);
		assert.deepEqual(await texts(), ["v3 → v4"]);
		assert.ok(reports.includes("Error: not read"));
	});
});
