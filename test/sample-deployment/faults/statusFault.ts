import {
	errorReply,
	forbidden,
	internalError,
	rateLimited,
	resourceNotFound,
	sessionError,
	unauthorized,
} from "../errors.ts";
import type { Exchange } from "../exchange.ts";
import { gatewayPage } from "../pages.ts";
import { htmlReply, type Reply } from "../reply.ts";
import type { SampleState } from "../state.ts";

const gatewayTitles: Readonly<Record<number, string>> = {
	502: "Bad Gateway",
	503: "Service Temporarily Unavailable",
	504: "Gateway Time-out",
};

/** Returns whether a proxy in front of the server sends this status, and Coder itself never does. */
export function isGatewayStatus(status: number): boolean {
	return status in gatewayTitles;
}

/** Returns the response for a status: Coder's own error, or a proxy's page. `retryAfter` is in seconds. */
export function statusReply(
	{ state, route }: Pick<Exchange, "state" | "route">,
	status: number,
	retryAfter?: number,
): Reply {
	const reply = plainReply(state, status, route.endpoint?.needs === "nothing", retryAfter);
	return retryAfter === undefined
		? reply
		: { ...reply, headers: { ...reply.headers, "Retry-After": String(retryAfter) } };
}

function plainReply(
	state: SampleState,
	status: number,
	withoutSession: boolean,
	retryAfter = 60,
): Reply {
	switch (status) {
		case 401: {
			const accessUrl = state.optionValues().text("CODER_ACCESS_URL");
			return unauthorized(state.version, accessUrl, "API key is invalid.");
		}
		case 403:
			return forbidden(state.version);
		case 404:
			return resourceNotFound();
		case 429:
			return rateLimited(512, retryAfter);
		case 500:
			return (withoutSession ? internalError : sessionError)(
				"sample fault: the database does not answer",
			);
		default: {
			const title = gatewayTitles[status];
			return title === undefined
				? errorReply(status, "This is a fault of the sample deployment.")
				: htmlReply(status, gatewayPage(status, title));
		}
	}
}
