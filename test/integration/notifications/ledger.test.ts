import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { Ledger, subjectHash } from "../../../src/core/notifications/ledger.ts";

const day = 24 * 3_600_000;

describe("the notification ledger", () => {
	let folder: string;
	let now: number;
	const errors: unknown[] = [];
	const open = (at = folder): Ledger =>
		new Ledger(
			at,
			() => now,
			(error) => errors.push(error),
		);

	beforeEach(async () => {
		folder = path.join(await mkdtemp(path.join(os.tmpdir(), "notices-")), "notices");
		now = Date.parse("2026-03-05T10:00:00Z");
		errors.length = 0;
	});
	afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

	it("lets only one window show a notification", async () => {
		const [one, other] = [open(), open()];
		assert.equal(await one.claim("update a", "v1"), true);
		assert.equal(await one.claim("update a", "v1"), false);
		assert.equal(await other.claim("update a", "v1"), false);
		assert.equal(await other.claim("update a", "v2"), true);
		assert.equal(await other.claim("update b", "v1"), true);
		assert.equal(await open().claim("update b", "v1"), false, "after a restart");
		assert.deepEqual(errors, []);
	});

	it("lets only one of several competing instances show it", async () => {
		const windows = Array.from({ length: 8 }, () => open());
		for (let subject = 0; subject < 50; subject++) {
			const claims = await Promise.all(windows.map((one) => one.claim("update a", `v${subject}`)));
			assert.equal(claims.filter(Boolean).length, 1);
		}
	});

	it("allows it again once its cause is gone", async () => {
		const [one, other] = [open(), open()];
		await one.claim("failed a", "above");
		assert.deepEqual(await other.reported("failed a"), [subjectHash("above")]);
		assert.deepEqual(await other.reported("failed b"), []);
		await other.forget("failed a", subjectHash("above"));
		assert.deepEqual(await one.reported("failed a"), []);
		assert.equal(await one.claim("failed a", "above"), true);
	});

	it("deletes only entries that weren't used for 90 days", async () => {
		const first = open();
		await first.claim("update a", "v1");
		await first.claim("update a", "v2");
		await writeFile(path.join(folder, "somebody's file"), "");
		now += 60 * day;
		await open().claim("update a", "v2");
		now += 60 * day;
		const later = open();
		await later.tidy();
		assert.equal(await later.claim("update a", "v2"), false);
		assert.equal(await later.claim("update a", "v1"), true);
		assert.equal((await readdir(folder)).length, 3);
	});

	it("deletes nothing while the clock is ahead, and lets such entries expire afterward", async () => {
		await open().claim("update a", "v1");
		await open().claim("update a", "v2");
		now += 100 * day;
		const ahead = open();
		assert.equal(await ahead.claim("update a", "v1"), false);
		assert.equal(await ahead.claim("update a", "v3"), true);
		now -= 99 * day;
		const right = open();
		await right.tidy();
		for (const version of ["v1", "v2", "v3"]) {
			assert.equal(await open().claim("update a", version), false, version);
		}
		now += 91 * day;
		const later = open();
		await later.tidy();
		assert.equal(await later.claim("update a", "v3"), true, "nobody came across it since");
	});

	it("shows a notification once per window if the disk can't be written", async () => {
		const blocked = path.join(path.dirname(folder), "a file");
		await writeFile(blocked, "");
		const ledger = open(path.join(blocked, "notices"));
		assert.equal(await ledger.claim("update a", "v1"), true);
		assert.equal(await ledger.claim("update a", "v1"), false);
		assert.equal((await ledger.reported("update a")).length, 1);
		await ledger.forget("update a", subjectHash("v1"));
		assert.equal(await ledger.claim("update a", "v1"), true);
		assert.ok(errors.length > 0);
	});

	it("has empty files named by hashes, which reveal nothing", async () => {
		await open().claim("update https://coder.larkspur.example", "v2.36.0");
		const [name = ""] = await readdir(folder);
		assert.match(name, /^[0-9a-f]{16}-[0-9a-f]{16}$/);
		assert.equal(await readFile(path.join(folder, name), "utf8"), "");
	});
});
