import type { JsonObject } from "./json.ts";
import { jsonReply, type Reply } from "./reply.ts";
import type { ServerVersion } from "./versions.ts";

/** The message of every 401 except for an inactive user. */
export const signedOutMessage =
	"You are signed out or your session has expired. Please sign in again to continue.";

const forbiddenDetail =
	"You don't have permission to view this content. If you believe this is a mistake, " +
	"please contact your administrator or try signing in with different credentials.";

/** Returns a response in Coder's error format; an empty `detail` is omitted. */
export function errorReply(status: number, message: string, detail = ""): Reply {
	const body: JsonObject = { message };
	if (detail) {
		body["detail"] = detail;
	}
	return jsonReply(status, body);
}

/**
 * Returns the session check's 401. Since v2.25, it has a WWW-Authenticate challenge with `accessUrl` as the place of
 * the resource's metadata.
 */
export function unauthorized(
	version: ServerVersion,
	accessUrl: string,
	detail: string,
	message = signedOutMessage,
): Reply {
	const reply = errorReply(401, message, detail);
	if (version.level < 25) {
		return reply;
	}
	// The same message for every rejection except of an inactive user, even without a token.
	const flaw = message === signedOutMessage ? "has expired" : "is invalid";
	const challenge =
		`Bearer realm="coder", error="invalid_token", ` +
		`error_description="The access token ${flaw}", ` +
		`resource_metadata="${accessUrl}/.well-known/oauth-protected-resource"`;
	return { ...reply, headers: { "WWW-Authenticate": challenge } };
}

/** Returns a 403 for a user whose roles don't allow the request; with an explanation since v2.20. */
export function forbidden(version: ServerVersion): Reply {
	return errorReply(403, "Forbidden.", version.level >= 20 ? forbiddenDetail : "");
}

/** Returns a 404 for a path that this version's API doesn't have. */
export function routeNotFound(): Reply {
	return errorReply(404, "Route not found.");
}

/** Returns a 404 for resources that don't exist or that the user can't see. */
export function resourceNotFound(): Reply {
	return errorReply(404, "Resource not found or you do not have access to this resource");
}

/** Returns the session check's 500 without a database. */
export function sessionError(detail: string): Reply {
	const message =
		"An internal error occurred. Please try again or contact the system administrator.";
	return errorReply(500, message, `Internal error fetching API key by id. ${detail}`);
}

/** Returns a 500 with the raw error of the failed part as its detail. */
export function internalError(detail = ""): Reply {
	return errorReply(500, "An internal server error occurred.", detail);
}

/** Returns a 429 for more than `limit` requests in a minute; `retryAfter` is in seconds. */
export function rateLimited(limit: number, retryAfter: number): Reply {
	const reply = errorReply(
		429,
		`You've been rate limited for sending more than ${limit} requests in 1m0s.`,
	);
	return { ...reply, headers: { "Retry-After": String(retryAfter) } };
}
