import { shorten } from "../base/shorten.ts";
import type { ErrorBody } from "./errorBody.ts";
import type { ApiFailure, FailureAction, FailureKind } from "./failure.ts";
import { scrub } from "../coder/scrub.ts";
import type { TransportResponse } from "./transport.ts";

/** Creates the failure of a response from its sentences. */
export type Fail = (
	kind: FailureKind,
	message: string,
	advice: string,
	action: FailureAction,
	retryAfterMs?: number,
) => ApiFailure;

/** The maximum length of a request ID, in characters. Coder's are UUIDs. */
const longestId = 100;

/** Begins a failure with the response's own data: status, request ID, and the server's message for the log. */
export function failing(response: TransportResponse, error: ErrorBody | undefined): Fail {
	const requestId = response.header("X-Coder-Request-Id");
	const causes = error ? [error.message, error.detail].filter((text) => text !== "") : [];
	return (kind, message, advice, action, retryAfterMs) => ({
		kind,
		message,
		advice,
		action,
		status: response.status,
		...(requestId === undefined ? {} : { requestId: shorten(scrub(requestId), longestId) }),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
		causes,
	});
}
