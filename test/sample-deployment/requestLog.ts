import type { IncomingHttpHeaders } from "node:http";
import type { TokenName } from "./auth/accounts.ts";
import type { EndpointId } from "./endpoints/endpointId.ts";

/** A request that reached the sample deployment. */
export interface RecordedRequest {
	/** Counts from 1 since the start or the last reset. */
	readonly number: number;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly method: string;
	/** Path and query as sent. */
	readonly path: string;
	readonly endpoint: EndpointId;
	readonly headers: IncomingHttpHeaders;
	/** Names and values alternately, as sent. */
	readonly rawHeaders: readonly string[];
	/** Whether it had a session token in any accepted place. */
	readonly hasToken: boolean;
	/** The sample token that it had; undefined for none and for other tokens. */
	readonly token: TokenName | undefined;
	/** Body as text; "" until it has arrived. */
	body: string;
	/** Status of the response; undefined if there is none, also because of a fault. */
	status: number | undefined;
	/** Kind of the applied fault. */
	fault: string | undefined;
	/** Time until the response ended or the connection closed, in ms. */
	tookMs: number | undefined;
}

/** The requests received since the last reset. */
export class RequestLog {
	private entries: RecordedRequest[] = [];

	/** Adds a request and assigns its number. */
	add(request: Omit<RecordedRequest, "number">): RecordedRequest {
		const entry = { ...request, number: this.entries.length + 1 };
		this.entries.push(entry);
		return entry;
	}

	/** Returns all requests, oldest first. */
	all(): readonly RecordedRequest[] {
		return [...this.entries];
	}

	/** Returns the number of requests to an endpoint, or to all. */
	count(endpoint?: EndpointId): number {
		return endpoint === undefined
			? this.entries.length
			: this.entries.filter((entry) => entry.endpoint === endpoint).length;
	}

	/** Removes all requests. */
	reset(): void {
		this.entries = [];
	}
}
