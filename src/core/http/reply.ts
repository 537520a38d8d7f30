import type { Outcome } from "./failure.ts";
import type { ResponseHeaders } from "./responseHeaders.ts";

/** A value and how it came. */
export interface Answer<T> {
	readonly value: T;
	/** How long the answer took, in ms. */
	readonly tookMs: number;
	/** The server's rate limit is used up until then, in ms since the epoch. */
	readonly notBefore?: number;
}

/** What asking an endpoint brings, and the response headers, where a server answered. */
export type Reply<T> = Outcome<Answer<T>> & { readonly headers?: ResponseHeaders };
