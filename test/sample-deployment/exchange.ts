import type { IncomingMessage, ServerResponse } from "node:http";
import type { RecordedRequest } from "./requestLog.ts";
import type { Route } from "./route.ts";
import type { SampleState } from "./state.ts";

/** A request on its way through the sample deployment, and its response. */
export interface Exchange {
	readonly state: SampleState;
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly route: Route;
	readonly query: URLSearchParams;
	/** The request's session token; "" for none. */
	readonly token: string;
	readonly record: RecordedRequest;
	/** When it arrived, in milliseconds since the epoch. */
	readonly now: number;
}

/** Reads a request's whole body, or the received part if the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	try {
		for await (const chunk of request) {
			chunks.push(chunk as Buffer);
		}
	} catch {
		// The client disconnected and won't read the response.
	}
	return Buffer.concat(chunks);
}
