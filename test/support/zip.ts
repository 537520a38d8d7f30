import { crc32, deflateRawSync } from "node:zlib";

/** An entry of a test archive. */
export interface ZipEntry {
	readonly name: string;
	readonly data: Buffer | string;
	/** A false inflated size for the headers. */
	readonly claimedSize?: number;
	/** A false checksum for the headers. */
	readonly claimedCrc?: number;
	/** Marks the entry as encrypted. */
	readonly encrypted?: boolean;
}

const deflated = 8;

/** Creates an archive like Go's `archive/zip`: sizes and checksum follow the data, in a descriptor. */
export function zip(entries: readonly ZipEntry[], claimedEntries = entries.length): Buffer {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const entry of entries) {
		const data = Buffer.from(entry.data);
		const packed = deflateRawSync(data);
		const name = Buffer.from(entry.name);
		const crc = entry.claimedCrc ?? crc32(data);
		const size = entry.claimedSize ?? data.length;
		const flags = 8 | (entry.encrypted ? 1 : 0);
		const head = numbers(
			"4:04034b50 2 2 2 2 2 4 4 4 2 2",
			20,
			flags,
			deflated,
			0,
			0,
			0,
			0,
			0,
			name.length,
			0,
		);
		const descriptor = numbers("4:08074b50 4 4 4", crc, packed.length, size);
		parts.push(head, name, packed, descriptor);
		directory.push(
			numbers(
				"4:02014b50 2 2 2 2 2 2 4 4 4 2 2 2 2 2 4 4",
				...[20, 20, flags, deflated, 0, 0, crc, packed.length, size, name.length],
				...[0, 0, 0, 0, 0, offset],
			),
			name,
		);
		offset += head.length + name.length + packed.length + descriptor.length;
	}
	const central = Buffer.concat(directory);
	const end = numbers(
		"4:06054b50 2 2 2 2 4 4 2",
		...[0, 0, claimedEntries, claimedEntries, central.length, offset, 0],
	);
	return Buffer.concat([...parts, central, end]);
}

/** Encodes little-endian numbers of 2 or 4 bytes; `4:hex` is a signature that takes no value. */
function numbers(layout: string, ...values: readonly number[]): Buffer {
	const queue = [...values];
	return Buffer.concat(
		layout.split(" ").map((field) => {
			const [width, signature] = field.split(":");
			const value = signature === undefined ? (queue.shift() ?? 0) : parseInt(signature, 16);
			const bytes = Buffer.alloc(Number(width));
			bytes.writeUIntLE(value >>> 0, 0, Number(width));
			return bytes;
		}),
	);
}
