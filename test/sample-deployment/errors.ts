import type { JsonObject } from "./json.ts";
import { jsonReply, type Reply } from "./reply.ts";
import type { ServerVersion } from "./versions.ts";

/** Message of every 401 except that of an inactive user. */
export const signedOutMessage =
	"You are signed out or your session has expired. Please sign in again to continue.";

const forbiddenDetail =
	"You don't have permission to view this content. If you believe this is a mistake, " +
	"please contact your administrator or try signing in with different credentials.";

/** An answer in Coder's error shape; `detail` is left out when it is empty. */
export function errorReply(status: number, message: string, detail = ""): Reply {
	const body: JsonObject = { message };
	if (detail) {
		body["detail"] = detail;
	}
	return jsonReply(status, body);
}

/**
 * 401 from the session check. From v2.25 on it carries a WWW-Authenticate challenge that names
 * `accessUrl` as the place of the resource's metadata.
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
	// The same words for every refusal but that of an inactive user, even where no token was sent.
	const flaw = message === signedOutMessage ? "has expired" : "is invalid";
	const challenge =
		`Bearer realm="coder", error="invalid_token", ` +
		`error_description="The access token ${flaw}", ` +
		`resource_metadata="${accessUrl}/.well-known/oauth-protected-resource"`;
	return { ...reply, headers: { "WWW-Authenticate": challenge } };
}

/** 403 for a user whose roles do not allow what was asked; explained since v2.20. */
export function forbidden(version: ServerVersion): Reply {
	return errorReply(403, "Forbidden.", version.level >= 20 ? forbiddenDetail : "");
}

/** 404 for a path that this version of the API does not have. */
export function routeNotFound(): Reply {
	return errorReply(404, "Route not found.");
}

/** 404 for things that are missing or that the user may not see. */
export function resourceNotFound(): Reply {
	return errorReply(404, "Resource not found or you do not have access to this resource");
}

/** 500 of the session check, when the database is gone. */
export function sessionError(detail: string): Reply {
	const message =
		"An internal error occurred. Please try again or contact the system administrator.";
	return errorReply(500, message, `Internal error fetching API key by id. ${detail}`);
}

/** 500 with the raw error of the failed part as its detail. */
export function internalError(detail = ""): Reply {
	return errorReply(500, "An internal server error occurred.", detail);
}

/** 429 for more than `limit` requests in a minute; `retryAfter` is in seconds. */
export function rateLimited(limit: number, retryAfter: number): Reply {
	const reply = errorReply(
		429,
		`You've been rate limited for sending more than ${limit} requests in 1m0s.`,
	);
	return { ...reply, headers: { "Retry-After": String(retryAfter) } };
}
