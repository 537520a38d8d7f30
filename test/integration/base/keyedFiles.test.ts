import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { KeyedFiles } from "../../../src/core/base/keyedFiles.ts";

/** An item with one file. */
interface Item {
	readonly write: () => Promise<void>;
	readonly clear: () => Promise<void>;
}

describe("files by key", () => {
	let root: string;
	let opened: string[];
	let changed: string[];
	let failure: Error | undefined;
	let files: KeyedFiles<Item>;

	beforeEach(async () => {
		root = path.join(await mkdtemp(path.join(os.tmpdir(), "keyed-")), "root");
		opened = [];
		changed = [];
		failure = undefined;
		files = new KeyedFiles<Item>({
			root,
			open: (key) => {
				opened.push(key);
				const file = path.join(root, `${key}.ours`);
				return {
					write: async () => {
						await mkdir(root, { recursive: true });
						await writeFile(file, key);
					},
					clear: () => (failure ? Promise.reject(failure) : rm(file, { force: true })),
				};
			},
			isOurs: (name) => name.endsWith(".ours"),
			report: () => assert.fail(),
			notStored: (reason) => reason,
			notDeleted: (reason) => `It can't be deleted: ${reason}.`,
		});
		files.onDidChange((key) => changed.push(key));
	});
	afterEach(() => rm(path.dirname(root), { recursive: true, force: true }));

	const write = (key: string): Promise<void> => files.run(key, (item) => item.write());

	it("are opened when they're first used, and only once", async () => {
		assert.equal(files.peek("a"), undefined);
		await write("a");
		await write("a");
		await write("b");
		assert.deepEqual(opened, ["a", "b"]);
		assert.ok(files.peek("a"));
		assert.notEqual(files.peek("a"), files.peek("b"));
	});

	it("are those that this extension created", async () => {
		assert.deepEqual(await files.paths(), []);
		await write("a");
		await writeFile(path.join(root, "theirs"), "");
		assert.deepEqual(await files.paths(), [path.join(root, "a.ours")]);
	});

	it("are cleared by key", async () => {
		await write("a");
		await write("b");
		await files.clear("a");
		assert.deepEqual(await readdir(root), ["b.ours"]);
		assert.deepEqual(changed, ["a"]);
		files.fireChange("b");
		assert.deepEqual(changed, ["a", "b"]);
		files.dispose();
		files.fireChange("b");
		assert.deepEqual(changed, ["a", "b"]);
	});

	it("are all cleared, including those of unused keys, and nothing else", async () => {
		await write("a");
		await mkdir(path.join(root, "folder.ours"));
		await writeFile(path.join(root, "folder.ours", "file"), "");
		await writeFile(path.join(root, "theirs"), "");
		await files.clearAll();
		assert.deepEqual(await readdir(root), ["theirs"]);
		assert.deepEqual(changed, ["a"]);
	});

	it("report what couldn't be deleted, and that nothing changed", async () => {
		await write("a");
		failure = Object.assign(new Error("It fails."), { code: "EROFS" });
		const error = { message: "It can't be deleted: writing there isn't permitted." };
		await assert.rejects(files.clear("a"), error);
		await assert.rejects(files.clearAll(), error);
		assert.deepEqual(changed, []);
		failure = undefined;
		await files.clear("a");
		assert.deepEqual(changed, ["a"]);
	});

	it("are changed one after the other", async () => {
		const order: string[] = [];
		let go = (): void => undefined;
		const waiting = new Promise<void>((resolve) => (go = resolve));
		const first = files.run("a", async () => {
			await waiting;
			order.push("a");
		});
		const second = files.run("b", () => {
			order.push("b");
			return Promise.resolve();
		});
		go();
		await Promise.all([first, second]);
		assert.deepEqual(order, ["a", "b"]);
	});

	it("fail as the disk does", async () => {
		await mkdir(path.dirname(root), { recursive: true });
		await writeFile(root, "a file, not a folder");
		await assert.rejects(files.paths(), { code: "ENOTDIR" });
	});
});
