import assert from "node:assert/strict";
import { mkdir, readdir, rename, symlink, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Deployment } from "../../../src/core/deployments/deployment.ts";
import { History } from "../../../src/core/history/history.ts";
import { HistoryRecorder } from "../../../src/core/history/recorder.ts";
import { momentsOf, nameOf, SnapshotFolder } from "../../../src/core/history/snapshotFolder.ts";
import { readSnapshotText, snapshotText } from "../../../src/core/history/snapshotText.ts";
import type { HistoryEntry } from "../../../src/core/history/state.ts";
import { failureOf, recorded, saved } from "../../support/recorded.ts";
import { until } from "../../support/until.ts";
import { seen, temporaryFolder } from "./observations.ts";

const version = (name: string) => ({ buildInfo: { body: { version: name, external_url: "" } } });

describe("the recorder of a history", () => {
	let history: History;
	let recorder: HistoryRecorder;
	let changed: string[];

	beforeEach(() => {
		history = new History(temporaryFolder(), () => assert.fail());
		recorder = new HistoryRecorder(history);
		changed = [];
		recorder.onDidChange((key) => changed.push(key));
	});
	afterEach(() => {
		recorder.dispose();
		history.dispose();
	});

	it("records a deployment, and has its changes from then on", async () => {
		const deployment: Deployment = await recorded(version("v2.35.1"));
		assert.equal(recorder.changes(deployment), undefined);
		recorder.look(deployment);
		await until(() => recorder.changes(deployment) !== undefined);
		assert.deepEqual(recorder.changes(deployment)?.events, []);
		assert.equal((await history.ids(saved.key)).length, 1);
		assert.ok(changed.includes(saved.key));
	});

	it("reads the changes again when another look finds some, or the history is cleared", async () => {
		recorder.look(await recorded(version("v2.35.1")));
		const deployment = await recorded(version("v2.35.1"));
		await until(() => recorder.changes(deployment) !== undefined);
		const now = Date.now();
		await history.record(saved.key, { state: { version: "v2.36.0" }, readAt: { version: now } });
		await until(() => recorder.changes(deployment)?.events.length === 1);
		await history.clear(saved.key);
		await until(() => recorder.changes(deployment)?.events.length === 0);
	});

	it("reads the changes once for each change", async () => {
		const deployment = await recorded(version("v2.35.1"));
		recorder.look(deployment);
		await until(() => recorder.changes(deployment) !== undefined);
		await history.log(saved.key);
		changed = [];
		const now = Date.now();
		const later = await recorded(version("v2.36.0"));
		const buildInfo = { ...later.snapshot.buildInfo, at: now };
		recorder.look({
			...later,
			saved,
			server: later.server,
			snapshot: { ...later.snapshot, buildInfo },
		});
		await until(() => recorder.changes(deployment)?.events.length === 1);
		await history.log(saved.key);
		assert.deepEqual(changed, [saved.key]);
	});

	it("reads the changes even if there is nothing to record", async () => {
		const deployment = await recorded({ buildInfo: { failure: failureOf("network") } });
		recorder.look(deployment);
		await until(() => recorder.changes(deployment) !== undefined);
		assert.deepEqual(await history.ids(saved.key), []);
		assert.deepEqual(recorder.changes(deployment), { events: [], health: [] });
	});

	it("forgets deployments that are gone", async () => {
		const deployment = await recorded(version("v2.35.1"));
		recorder.look(deployment);
		await until(() => recorder.changes(deployment) !== undefined);
		recorder.keepOnly([deployment]);
		assert.ok(recorder.changes(deployment));
		recorder.keepOnly([]);
		assert.equal(recorder.changes(deployment), undefined);
	});

	it("says nothing after it's disposed of", async () => {
		recorder.dispose();
		await history.record(saved.key, seen(1, "a"));
		await history.log(saved.key);
		assert.deepEqual(changed, []);
	});
});

describe("a folder of snapshots", () => {
	const entry = (takenAt: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
		takenAt,
		state: { version: "v2.35.1" },
		readAt: { version: takenAt },
		...more,
	});
	let folder: SnapshotFolder;
	let damaged: string[];

	const open = (limits = { count: 3, bytes: 100_000 }): SnapshotFolder =>
		new SnapshotFolder(root, "key", limits);
	let root: string;

	beforeEach(() => {
		root = temporaryFolder();
		folder = open();
		damaged = [];
	});
	const read = (name: string, from = folder) => from.read(name, (file) => damaged.push(file));

	it("has none before the first one", async () => {
		assert.deepEqual(await folder.names(), []);
		assert.equal(await read(nameOf(entry(1))), undefined);
		await folder.clear();
		assert.deepEqual(damaged, []);
	});

	it("has the newest ones, oldest first, and nothing of others", async () => {
		for (const at of [2, 1, 3, 4]) await folder.write(entry(at));
		const theirs = ["notes.txt", "x000000000000001-0000000000000000.json", ".keep"];
		for (const name of theirs) await writeFile(path.join(folder.path, name), "");
		assert.deepEqual(
			await folder.names(),
			[2, 3, 4].map((at) => nameOf(entry(at))),
		);
		await folder.write(entry(5, { seenAt: 3 }));
		const last = nameOf(entry(5, { seenAt: 3 }));
		assert.match(last, /^000000000000005-[0-9a-f]{16}-000000000000003\.json$/);
		assert.deepEqual((await folder.names()).at(-1), last);
		await folder.clear();
		assert.deepEqual((await readdir(folder.path)).toSorted(), theirs.toSorted());
	});

	it("keeps at most these bytes, but always the newest one", async () => {
		const { length } = snapshotText(entry(1));
		for (const [bytes, kept] of [
			[1, 1],
			[2 * length - 1, 1],
			[2 * length, 2],
			[3 * length - 1, 2],
		] as const) {
			folder = new SnapshotFolder(root, String(bytes), { count: 10, bytes });
			for (const at of [1, 2, 3]) await folder.write(entry(at));
			const names = [1, 2, 3].map((at) => nameOf(entry(at)));
			assert.deepEqual(await folder.names(), names.slice(-kept), String(bytes));
		}
	});

	it("keeps files of others whose names are almost the same, however old they are", async () => {
		await folder.write(entry(1));
		const [name = ""] = await folder.names();
		const damagedOnes = [2, 3, 4].map((at) => `${nameOf(entry(at))}.damaged`);
		const theirs = [
			...["bak", "tmp"].map((end) => `${name}.${end}`),
			...["x", "y", "z"].map((letter) => `${nameOf(entry(6))}.${letter}.damaged`),
		];
		for (const file of [...damagedOnes, ...theirs])
			await writeFile(path.join(folder.path, file), "");
		for (const file of [name, ...theirs]) await utimes(path.join(folder.path, file), 1, 1);
		await folder.write(entry(5));
		const expected = [name, nameOf(entry(5)), ...damagedOnes, ...theirs];
		assert.deepEqual((await readdir(folder.path)).toSorted(), expected.toSorted());
		await folder.clear();
		assert.deepEqual((await readdir(folder.path)).toSorted(), theirs.toSorted());
	});

	it("is gone after its last file is deleted", async () => {
		await folder.write(entry(1));
		await folder.clear();
		assert.deepEqual(await readdir(root), []);
	});

	it("reports a damaged one where it is if it can't be set aside", async () => {
		await folder.write(entry(1));
		const [name = ""] = await folder.names();
		const file = path.join(folder.path, name);
		await writeFile(file, "x");
		await mkdir(path.join(`${file}.damaged`, "full"), { recursive: true });
		assert.equal(await read(name), undefined);
		assert.equal(await read(name), undefined);
		assert.deepEqual(damaged, [file]);
		assert.deepEqual(await folder.names(), []);
	});

	it("sets aside a damaged one, and keeps three of those", async () => {
		folder = open({ count: 10, bytes: 100_000 });
		for (const at of [1, 2, 3, 4, 5]) await folder.write(entry(at));
		const names = await folder.names();
		for (const name of names.slice(0, 4)) await writeFile(path.join(folder.path, name), "x");
		for (const name of names.slice(0, 4)) assert.equal(await read(name), undefined);
		assert.deepEqual(
			damaged,
			names.slice(0, 4).map((name) => `${path.join(folder.path, name)}.damaged`),
		);
		assert.deepEqual(await folder.names(), names.slice(4));
		await folder.write(entry(6));
		const files = (await readdir(folder.path)).filter((name) => name.endsWith(".damaged"));
		assert.deepEqual(
			files.toSorted(),
			names.slice(1, 4).map((name) => `${name}.damaged`),
		);
	});

	it("has none that isn't a file, has another content, or another name", async () => {
		await folder.write(entry(1));
		const [name = ""] = await folder.names();
		for (const other of ["..", "../x", `../${name}`, "x.json", `${name}.damaged`, ""])
			assert.equal(await read(other), undefined);
		const moved = name.replace(/^\d{15}-.{16}/, "000000000000009-0123456789abcdef");
		await rename(path.join(folder.path, name), path.join(folder.path, moved));
		assert.equal(await read(moved), undefined);
		assert.equal(damaged.length, 1);
		const isFolder = "000000000000007-0123456789abcdef.json";
		await mkdir(path.join(folder.path, isFolder));
		assert.equal(await read(isFolder), undefined);
		assert.equal(damaged.length, 2);
		assert.deepEqual(await folder.names(), []);
	});

	it("deletes files that were left unfinished for an hour", async () => {
		await folder.write(entry(1));
		const [name = ""] = await folder.names();
		const { now } = Date;
		const moment = Date.parse("2026-08-07T10:00:00Z");
		const unfinished = async (id: string, ageMs: number): Promise<string> => {
			const file = `${name}.${id}.01234567.tmp`;
			await writeFile(path.join(folder.path, file), "");
			const then = new Date(moment - ageMs);
			await utimes(path.join(folder.path, file), then, then);
			return file;
		};
		const kept = [
			await unfinished("1", 0),
			await unfinished("2", 3_600_000),
			await unfinished("3", -3_600_000),
		];
		await unfinished("4", 3_601_000);
		await unfinished("5", -3_601_000);
		try {
			Date.now = () => moment;
			await folder.write(entry(2));
		} finally {
			Date.now = now;
		}
		const left = (await readdir(folder.path)).filter((file) => file.endsWith(".tmp"));
		assert.deepEqual(left.toSorted(), kept.toSorted());
	});

	it("ignores one that disappears", async function () {
		if (process.platform === "win32") this.skip();
		await folder.write(entry(1));
		const gone = path.join(folder.path, nameOf(entry(2)));
		await symlink(path.join(root, "nowhere"), gone);
		await folder.write(entry(3));
		assert.equal(await read(nameOf(entry(2))), undefined);
		assert.deepEqual(await read(nameOf(entry(3))), entry(3));
		assert.deepEqual(damaged, []);
	});

	it("has moments that are never after now or a later one", () => {
		const [one, two, three] = [
			nameOf(entry(10)),
			nameOf(entry(20, { seenAt: 5 })),
			nameOf(entry(30)),
		];
		assert.deepEqual(
			[...momentsOf([one, two, three], 25)],
			[
				[three, 25],
				[two, 5],
				[one, 5],
			],
		);
		assert.deepEqual([...momentsOf(["x"], 25)], [["x", 0]]);
	});
});

describe("the text of a snapshot", () => {
	it("is damaged if it isn't a snapshot, and of a later version if it says so", () => {
		for (const text of ["", "{", "7", "null", "[]", "{}"])
			assert.notEqual(readSnapshotText(text).kind, "snapshot", text);
	});
});
