import { once } from "node:events";
import type { ServerResponse } from "node:http";

const chunk = Buffer.alloc(64 * 1024, "x");

/**
 * Writes a JSON object with one text of about `bytes` bytes and ends it; with Infinity it goes on
 * until the client closes the connection. Waits whenever the client reads more slowly.
 */
export async function writeLongJson(response: ServerResponse, bytes: number): Promise<void> {
	response.write('{"filler":"');
	for (let sent = 0; sent < bytes; sent += chunk.length) {
		if (response.destroyed) {
			return;
		}
		if (!response.write(chunk)) {
			await Promise.race([once(response, "drain"), once(response, "close")]);
		}
	}
	response.end('"}\n');
}
