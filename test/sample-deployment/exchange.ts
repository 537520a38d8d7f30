import type { IncomingMessage, ServerResponse } from "node:http";
import type { RecordedRequest } from "./requestLog.ts";
import type { Route } from "./route.ts";
import type { SampleState } from "./state.ts";

/** One request on its way through the sample deployment, and the answer to be. */
export interface Exchange {
	readonly state: SampleState;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly route: Route;
	readonly query: URLSearchParams;
	/** The session token that came with it; "" for none. */
	readonly token: string;
	readonly record: RecordedRequest;
	/** Milliseconds since the epoch at which it arrived. */
	readonly now: number;
}

/** Reads the whole body of a request; what was lost in a broken connection is missing. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of request) {
			chunks.push(chunk as Buffer);
		}
	} catch {
		// The client went away; nobody will read the answer.
	}
	return Buffer.concat(chunks);
}
