import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { unzip, zipDirectory, zipEntries } from "../../../src/core/comparison/zip.ts";
import { zip } from "../../support/zip.ts";

const directoryError = { message: "its directory can't be read" };
const entryError = { message: "an entry can't be read" };

describe("a ZIP archive", () => {
	const archive = zip([
		{ name: "a.json", data: "Pier 7. ".repeat(100) },
		{ name: "folder/b.txt", data: "" },
		{ name: "c", data: "x", encrypted: true },
	]);
	const entriesOf = (bytes: Buffer) => zipEntries(bytes, zipDirectory(bytes));

	it("has the entries of its directory", () => {
		const entries = entriesOf(archive);
		assert.deepEqual(
			entries.map(({ name, size, encrypted, method, crc }) => [name, size, encrypted, method, crc]),
			[
				["a.json", 800, false, 8, crc32("Pier 7. ".repeat(100))],
				["folder/b.txt", 0, false, 8, 0],
				["c", 1, true, 8, crc32("x")],
			],
		);
		assert.equal(zipDirectory(archive).entryCount, 3);
	});

	it("has the content of its entries, deflated or stored", async () => {
		const [first, second] = entriesOf(archive);
		assert.ok(first && second);
		assert.equal((await unzip(archive, first)).toString(), "Pier 7. ".repeat(100));
		assert.equal((await unzip(archive, second)).toString(), "");
		const header = Buffer.alloc(32);
		header.writeUInt32LE(0x04034b50, 0);
		header.writeUInt16LE(1, 26);
		header.writeUInt16LE(1, 28);
		const stored = Buffer.concat([header, Buffer.from("Pier 7, and more")]);
		const entry = {
			...first,
			method: 0,
			offset: 0,
			packedSize: 6,
			size: 6,
			crc: crc32("Pier 7"),
		};
		assert.equal((await unzip(stored, entry)).toString(), "Pier 7");
		await assert.rejects(unzip(stored, { ...entry, size: 7 }), entryError);
		await assert.rejects(unzip(stored, { ...entry, crc: 1 }), { message: "a checksum is wrong" });
		await assert.rejects(unzip(stored, { ...entry, offset: 1 }), entryError);
		for (const offset of [stored.length - 29, stored.length, 2 ** 32 - 1])
			await assert.rejects(unzip(stored, { ...entry, offset }), entryError);
		await assert.rejects(unzip(stored, { ...entry, method: 8 }), entryError);
		stored.writeUInt32LE(0x02014b50, 0);
		await assert.rejects(unzip(stored, entry), entryError);
	});

	it("may end right after a header", async () => {
		const [only] = entriesOf(zip([{ name: "", data: "" }]));
		assert.ok(only);
		const header = Buffer.alloc(30);
		header.writeUInt32LE(0x04034b50, 0);
		const empty = { ...only, method: 0, packedSize: 0 };
		assert.equal((await unzip(header, empty)).length, 0);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		assert.equal(zipEntries(entry, { entryCount: 1, offset: 0 })[0]?.name, "");
		assert.throws(
			() => zipEntries(entry.subarray(0, -1), { entryCount: 1, offset: 0 }),
			directoryError,
		);
	});

	it("inflates no more than it claims", async () => {
		const [entry] = entriesOf(archive);
		assert.ok(entry);
		await assert.rejects(unzip(archive, { ...entry, size: 799 }), entryError);
		await assert.rejects(unzip(archive, { ...entry, size: 801 }), entryError);
	});

	it("may end with a comment of any length", () => {
		for (const length of [0, 1, 22, 65_535]) {
			const commented = Buffer.concat([archive, Buffer.alloc(length, "c")]);
			commented.writeUInt16LE(length, archive.length - 2);
			assert.equal(entriesOf(commented).length, 3, String(length));
			commented.writeUInt16LE(length ^ 1, archive.length - 2);
			assert.throws(() => zipDirectory(commented), directoryError);
		}
	});

	it("may have a comment that looks like its end", () => {
		const end = archive.subarray(archive.length - 22);
		const commented = Buffer.concat([archive, Buffer.from(end), Buffer.from("!")]);
		commented.writeUInt16LE(23, archive.length - 2);
		assert.equal(entriesOf(commented).length, 3);
	});

	it("may have entries with extra fields and comments", () => {
		const { offset } = zipDirectory(archive);
		const nameEnd = offset + 46 + "a.json".length;
		const more = Buffer.concat([
			archive.subarray(0, nameEnd),
			Buffer.from("extra, and a comment"),
			archive.subarray(nameEnd),
		]);
		more.writeUInt16LE(5, offset + 30);
		more.writeUInt16LE(15, offset + 32);
		assert.deepEqual(
			entriesOf(more).map(({ name }) => name),
			["a.json", "folder/b.txt", "c"],
		);
	});

	it("is damaged without its end, or with a wrong directory", () => {
		for (const bytes of [Buffer.alloc(0), Buffer.alloc(22), archive.subarray(0, -1)])
			assert.throws(() => zipDirectory(bytes), directoryError);
		const directory = zipDirectory(archive);
		for (const wrong of [
			{ ...directory, offset: directory.offset + 1 },
			{ ...directory, offset: archive.length },
			{ ...directory, entryCount: 4 },
		])
			assert.throws(() => zipEntries(archive, wrong), directoryError);
		const other = Buffer.from(archive);
		other.writeUInt32LE(0x04034b50, directory.offset);
		assert.throws(() => entriesOf(other), directoryError);
	});

	it("has no names that lead out of it, or are too long", () => {
		for (const name of [
			"..",
			"../a",
			"a/..",
			"a/../b",
			"a\\..\\b",
			"/a",
			"\\a",
			"C:a",
			"x".repeat(4097),
		])
			assert.throws(() => entriesOf(zip([{ name, data: "" }])), directoryError, name);
		for (const name of ["a..", "..a", "a/..b/c", "...", "ab:c", "x".repeat(4096)])
			assert.equal(entriesOf(zip([{ name, data: "" }]))[0]?.name, name);
	});
});
