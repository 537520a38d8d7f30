import { stat, type FileHandle } from "node:fs/promises";
import { unlessMissing } from "../base/diskFailure.ts";
import { openFile } from "../base/patientFiles.ts";

/** How far a file was read. Another file with the same name has another `ino`. */
export interface FilePosition {
	readonly ino: bigint;
	readonly offset: number;
}

/** Complete lines that were read. */
export interface Reading {
	readonly text: string;
	/** The position to continue from. */
	readonly position: FilePosition;
}

/**
 * Reads from a position. Without one, or if the file was replaced, reads its last `tailBytes`.
 *
 * @returns `undefined` if there is no file
 */
export async function readOn(
	file: string,
	from: FilePosition | undefined,
	tailBytes: number,
): Promise<Reading | undefined> {
	const handle = await openFile(file, "r").catch(unlessMissing);
	if (!handle) return undefined;
	try {
		const { ino, size: bigSize } = await handle.stat({ bigint: true });
		const size = Number(bigSize);
		const goesOn = from?.ino === ino && from.offset <= size;
		const start = goesOn ? from.offset : Math.max(0, size - tailBytes);
		const bytes = await readBytes(handle, start);
		// An incomplete line is still being written, or never will be.
		const end = bytes.lastIndexOf("\n") + 1;
		return {
			text: bytes.toString("utf8", 0, end),
			position: { ino, offset: start + end },
		};
	} finally {
		await handle.close();
	}
}

/** Reads the first bytes of a file; returns `undefined` if there is no file. */
export async function readStart(file: string, bytes: number): Promise<string> {
	const handle = await openFile(file, "r").catch(unlessMissing);
	if (!handle) return "";
	try {
		return (await readBytes(handle, 0, bytes)).toString("utf8");
	} finally {
		await handle.close();
	}
}

/** Reads the bytes of a file from an offset; none if there is no file. */
export async function readFrom(file: string, start: number): Promise<Buffer> {
	const handle = await openFile(file, "r").catch(unlessMissing);
	if (!handle) return Buffer.alloc(0);
	try {
		return await readBytes(handle, start);
	} finally {
		await handle.close();
	}
}

/** Reads the bytes of a file from an offset to another, or to its current end. */
async function readBytes(handle: FileHandle, start: number, end = Infinity): Promise<Buffer> {
	const { size } = await handle.stat();
	const bytes = Buffer.alloc(Math.max(0, Math.min(size, end) - start));
	let length = 0;
	while (length < bytes.length) {
		const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length);
		if (bytesRead === 0) break;
		length += bytesRead;
	}
	return bytes.subarray(0, length);
}

/**
 * Appends a text to a file with one write. If another window replaced the file at that moment, the text may be in the
 * old one, and is written again. Readers ignore duplicates.
 */
export async function append(file: string, text: string, tries = 3): Promise<void> {
	const handle = await openFile(file, "a", 0o600);
	let written: boolean;
	try {
		await handle.appendFile(text);
		await handle.datasync();
		written = await isAt(handle, file);
	} finally {
		await handle.close();
	}
	// On disks that can't identify files, they are never replaced in so short a time either.
	if (!written && tries > 1) await append(file, text, tries - 1);
}

/** Returns whether two names refer to the same file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
	const [a, b] = await Promise.all(
		[one, other].map((file) => stat(file, { bigint: true }).catch(unlessMissing)),
	);
	return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}

/** Returns whether an open file still has this name. */
async function isAt(handle: FileHandle, file: string): Promise<boolean> {
	const named = await stat(file, { bigint: true }).catch(unlessMissing);
	const { ino, dev } = await handle.stat({ bigint: true });
	return named?.ino === ino && named.dev === dev;
}
