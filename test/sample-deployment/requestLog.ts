import type { IncomingHttpHeaders } from "node:http";
import type { TokenName } from "./auth/accounts.ts";
import type { EndpointId } from "./endpoints/endpointId.ts";

/** One request that reached the sample deployment. */
export interface RecordedRequest {
	/** Counts from 1 since the start or the last reset. */
	readonly number: number;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly method: string;
	/** Path and query as they were sent. */
	readonly path: string;
	readonly endpoint: EndpointId;
	readonly headers: IncomingHttpHeaders;
	/** Names and values in turn, as they were sent. */
	readonly rawHeaders: readonly string[];
	/** True if a session token came with it in any accepted way. */
	readonly hasToken: boolean;
	/** Which sample token that was; undefined for none and for foreign ones. */
	readonly token: TokenName | undefined;
	/** Body as text; "" until it has arrived. */
	body: string;
	/** Status of the answer; undefined while there is none and where the fault sent none. */
	status: number | undefined;
	/** Kind of the fault that was applied. */
	fault: string | undefined;
	/** Milliseconds until the answer ended or the connection closed. */
	tookMs: number | undefined;
}

/** The requests received since the last reset. */
export class RequestLog {
	private entries: RecordedRequest[] = [];

	/** Adds a request and gives it its number. */
	add(request: Omit<RecordedRequest, "number">): RecordedRequest {
		const entry = { ...request, number: this.entries.length + 1 };
		this.entries.push(entry);
		return entry;
	}

	/** All requests, oldest first. */
	all(): readonly RecordedRequest[] {
		return [...this.entries];
	}

	/** How many requests went to an endpoint, or to any. */
	count(endpoint?: EndpointId): number {
		return endpoint === undefined
			? this.entries.length
			: this.entries.filter((entry) => entry.endpoint === endpoint).length;
	}

	/** Forgets all requests. */
	reset(): void {
		this.entries = [];
	}
}
