import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const chunk = Buffer.alloc(64 * 1024, "x");

/**
 * Writes a JSON object with a text of about `bytes` bytes and ends it; with Infinity, it continues until the client
 * closes the connection. Waits if the client reads more slowly.
 */
export async function writeLongJson(response: ServerResponse, bytes: number): Promise<void> {
	try {
		await pipeline(Readable.from(longJson(bytes)), response);
	} catch {
		// The client closed the connection, as it should.
	}
}

function* longJson(bytes: number): Generator<Buffer> {
	yield Buffer.from('{"filler":"');
	for (let sent = 0; sent < bytes; sent += chunk.length) {
		yield chunk;
	}
	yield Buffer.from('"}\n');
}
