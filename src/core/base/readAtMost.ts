import { constants } from "node:fs";
import { open } from "node:fs/promises";

/** So that opening a pipe waits for nobody; Windows has no such flag. */
const nonBlocking = process.platform === "win32" ? 0 : constants.O_NONBLOCK;

/** A file that is not read: it is larger than it may be, or no regular file. */
export class UnreadError extends Error {
	override readonly name = "UnreadError";
}

/**
 * Reads a file that may be anything: a device that never ends, a pipe that nobody writes to, a file of gigabytes.
 *
 * @throws {UnreadError} when it is no regular file or has more than `most` bytes
 * @throws what the file system throws, such as ENOENT
 */
export async function readAtMost(file: string, most: number): Promise<Buffer> {
	const handle = await open(file, constants.O_RDONLY | nonBlocking);
	try {
		const stats = await handle.stat();
		if (!stats.isFile()) throw new UnreadError("not a regular file");
		if (stats.size > most) throw new UnreadError("too large");
		// More than there was: it may grow meanwhile, and some file systems tell no sizes.
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
