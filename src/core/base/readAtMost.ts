import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** Opening a pipe must not block. Windows has no such flag. */
const nonBlocking = process.platform === "win32" ? 0 : constants.O_NONBLOCK;

/** Thrown for a file that isn't read because it's too large or not a regular file. */
export class UnreadError extends Error {
	override readonly name = "UnreadError";
}

/**
 * Reads a file that may be anything: an endless device, a pipe without a writer, or gigabytes of data.
 *
 * @throws {UnreadError} if it isn't a regular file or has more than `most` bytes
 * @throws file system errors such as ENOENT
 */
export async function readAtMost(file: string, most: number): Promise<Buffer> {
	const handle = await open(file, constants.O_RDONLY | nonBlocking);
	try {
		const stats = await handle.stat();
		if (!stats.isFile()) throw new UnreadError("not a regular file");
		if (stats.size > most) throw new UnreadError("too large");
		// Read more than the reported size: the file may grow meanwhile, and some file systems report no size.
		const bytes = Buffer.alloc(Math.min(stats.size + 65_536, most) + 1);
		let length = 0;
		while (length < bytes.length) {
			const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
			if (bytesRead === 0) break;
			length += bytesRead;
		}
		if (length > most) throw new UnreadError("too large");
		return bytes.subarray(0, length);
	} finally {
		await handle.close();
	}
}
