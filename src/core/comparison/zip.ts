import { promisify } from "node:util";
import { crc32, inflateRaw } from "node:zlib";
import { t } from "../base/l10n.ts";

/** Thrown for an unreadable ZIP archive. The message completes the sentence "This archive is damaged: …". */
export class DamagedZip extends Error {}

/** An entry of the archive's directory. Sizes in bytes. */
export interface ZipEntry {
	readonly name: string;
	readonly encrypted: boolean;
	readonly method: number;
	readonly crc: number;
	readonly packedSize: number;
	readonly size: number;
	/** The offset of its local header. */
	readonly offset: number;
}

/** The position of the archive's directory. */
export interface ZipDirectory {
	readonly entryCount: number;
	readonly offset: number;
}

// See PKWARE's APPNOTE.TXT 6.3, sections 4.3.7 (header), 4.3.12 (directory), and 4.3.16 (end). Archives that require
// Zip64, with 65,535 entries or 4 GB, exceed the limits anyway.
const signature = { header: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const;
const length = { header: 30, entry: 46, end: 22, comment: 0xffff, name: 4096 } as const;

const inflateAsync = promisify(inflateRaw);

/** Finds the directory through the record at the archive's end, before a comment. */
export function zipDirectory(zip: Buffer): ZipDirectory {
	const tail = Math.max(0, zip.length - length.end - length.comment);
	for (let at = zip.length - length.end; at >= tail; at--) {
		if (zip.readUInt32LE(at) !== signature.end) continue;
		if (at + length.end + zip.readUInt16LE(at + 20) !== zip.length) continue;
		return { entryCount: zip.readUInt16LE(at + 10), offset: zip.readUInt32LE(at + 16) };
	}
	throw new DamagedZip(t("its directory can't be read"));
}

/** Returns all entries in the order of the directory. Rejects names that lead out of the archive. */
export function zipEntries(zip: Buffer, { entryCount, offset }: ZipDirectory): ZipEntry[] {
	const entries: ZipEntry[] = [];
	for (let at = offset; entries.length < entryCount;) {
		if (at + length.entry > zip.length || zip.readUInt32LE(at) !== signature.entry) {
			throw new DamagedZip(t("its directory can't be read"));
		}
		const nameLength = zip.readUInt16LE(at + 28);
		const after = at + length.entry + nameLength;
		const name = zip.toString("utf8", at + length.entry, after);
		if (nameLength > length.name || /^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(name)) {
			throw new DamagedZip(t("its directory can't be read"));
		}
		entries.push({
			name,
			encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
			method: zip.readUInt16LE(at + 10),
			crc: zip.readUInt32LE(at + 16),
			packedSize: zip.readUInt32LE(at + 20),
			size: zip.readUInt32LE(at + 24),
			offset: zip.readUInt32LE(at + 42),
		});
		at = after + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return entries;
}

/** Returns the content of an entry, stored or deflated. Inflates no more than the directory specifies. */
export async function unzip(zip: Buffer, entry: ZipEntry): Promise<Buffer> {
	const { offset, packedSize, size, method, crc } = entry;
	if (offset + length.header > zip.length || zip.readUInt32LE(offset) !== signature.header) {
		throw new DamagedZip(t("an entry can't be read"));
	}
	const start =
		offset + length.header + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
	const packed = zip.subarray(start, start + packedSize);
	const whole = method === 0 ? packed : await inflate(packed, size);
	if (whole.length !== size) throw new DamagedZip(t("an entry can't be read"));
	if (crc32(whole) !== crc) throw new DamagedZip(t("a checksum is wrong"));
	return whole;
}

async function inflate(packed: Buffer, size: number): Promise<Buffer> {
	try {
		return await inflateAsync(packed, { maxOutputLength: Math.max(1, size) });
	} catch {
		throw new DamagedZip(t("an entry can't be read"));
	}
}
