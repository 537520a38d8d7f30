import type { Outcome } from "./failure.ts";
import type { ResponseHeaders } from "./responseHeaders.ts";

/** A value and metadata of its response. */
export interface Answer<T> {
	readonly value: T;
	/** How long the request took, in ms. */
	readonly tookMs: number;
	/** The server's rate limit is exhausted until this time, in ms since the epoch. */
	readonly notBefore?: number;
}

/** The result of a request, and the response headers if a server responded. */
export type Reply<T> = Outcome<Answer<T>> & { readonly headers?: ResponseHeaders };
