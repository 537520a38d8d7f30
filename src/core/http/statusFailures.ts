import type { Endpoint } from "../coder/endpoints.ts";
import type { ErrorBody } from "./errorBody.ts";
import type { ApiFailure } from "./failure.ts";
import { formatDuration } from "../base/format.ts";
import { t } from "../base/l10n.ts";
import type { Fail } from "./responseFailure.ts";
import type { TransportResponse } from "./transport.ts";
import { canParse, isWebUrl } from "../base/url.ts";

/** Returns the failure of a redirect, which is never followed. Names the other server if it leads to one. */
export function redirect(response: TransportResponse, url: URL, fail: Fail): ApiFailure {
	const target = otherOrigin(response.header("Location"), url);
	return fail(
		"redirected",
		target
			? t(
					"{0} redirects to {1}. Redirects aren't followed, so that your token isn't sent anywhere else.",
					url.host,
					target,
				)
			: t(
					"{0} redirects to another URL. Redirects aren't followed, so that your token isn't sent anywhere else.",
					url.host,
				),
		target ? t("If you trust it, sign in with the URL {0} instead.", target) : t("Check the URL."),
		"changeUrl",
	);
}

/** Returns where a redirect leads if that is another origin. */
function otherOrigin(location: string | undefined, url: URL): string | undefined {
	if (!location || !canParse(location, url.href)) return undefined;
	const target = new URL(location, url);
	return isWebUrl(target.href) && target.origin !== url.origin ? target.origin : undefined;
}

/** Returns the failure of a 401: the token has expired or is invalid, or the account isn't active. */
export function signedOut(message: string, detail: string, url: URL, fail: Fail): ApiFailure {
	const inactive = /User is not active \(status = "(\w+)"\)/.exec(message)?.[1];
	if (inactive) {
		return fail(
			"signedOut",
			t("Your account at {0} isn't active (status: {1}).", url.host, inactive),
			t("Ask an administrator to reactivate it."),
			"signIn",
		);
	}
	const expired = /expired/.test(detail);
	const failure = fail(
		"signedOut",
		expired
			? t("Your session at {0} has expired.", url.host)
			: t("{0} didn't accept the session token.", url.host),
		t("Sign in again with a new token."),
		"signIn",
	);
	return { ...failure, tokenRefused: expired ? "expired" : "invalid" };
}

/** Returns the failure of a 403: names the missing permission and the roles that have it. */
export function forbidden(endpoint: Endpoint, fail: Fail): ApiFailure {
	const { message, advice } = permissionWords(endpoint.permission);
	return fail("forbidden", message, advice, "signIn");
}

/** Returns the sentences for an account without permission. */
export function permissionWords(permission: Endpoint["permission"]): {
	readonly message: string;
	readonly advice: string;
} {
	return {
		message: t("Your role can't read this."),
		advice: permission
			? t(
					"It requires the permission {0}, which these roles have: {1}.",
					permission.name,
					permission.roles.join(", "),
				)
			: t("Ask an administrator, or sign in with another account."),
	};
}

/** Returns the failure of a token with limited scopes: a 403, or a 404 for the account. */
export function outOfScope(fail: Fail): ApiFailure {
	const { message, advice } = scopeWords();
	return fail("forbidden", message, advice, "signIn");
}

/** Returns the sentences for a token without permission. */
export function scopeWords(): { readonly message: string; readonly advice: string } {
	return {
		message: t("This session token can't read this."),
		advice: t("It's limited to certain scopes. Sign in with a token that has all scopes."),
	};
}

/** Returns the failure of a 404: an older server without the route, or a record that the token can't read. */
export function notFound(endpoint: Endpoint, limited: boolean, fail: Fail): ApiFailure {
	if (endpoint.path.startsWith("/users/")) {
		if (limited) return outOfScope(fail);
		return fail(
			"rejected",
			t("The server doesn't have this record, or this token can't read it."),
			t(
				"A token that's limited to certain scopes might not be able to read it. Use one that has all scopes.",
			),
			"signIn",
		);
	}
	return fail(
		"unsupported",
		endpoint.since
			? t("This server doesn't support this yet. It was added in {0}.", endpoint.since)
			: t("This server doesn't have the route {0}.", endpoint.path),
		t("No action is needed. This section stays empty."),
		"retry",
	);
}

/** Returns the failure of a 429: how long to wait. */
export function rateLimited(response: TransportResponse, fail: Fail): ApiFailure {
	const retryAfterMs = retryAfter(response);
	return fail(
		"rateLimited",
		t("The server is limiting the number of requests."),
		t("You can try again in {0}.", formatDuration(retryAfterMs)),
		"retry",
		retryAfterMs,
	);
}

const defaultRetryMs = 60_000;
const longestRetryMs = 24 * 3_600_000;

/** Returns Retry-After in ms, at most a day: seconds or a date. Coder's own is 60 seconds. */
function retryAfter(response: TransportResponse): number {
	const header = response.header("Retry-After");
	if (!header) return defaultRetryMs;
	// The date is by the server's clock, which may be wrong.
	const sent = Date.parse(response.header("Date") ?? "");
	const now = Number.isNaN(sent) ? Date.now() : sent;
	const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
	return wait > 0 ? Math.min(wait, longestRetryMs) : defaultRetryMs;
}

/**
 * Returns the failure of a 511: the network requires users to sign in to it first (RFC 6585). No server sends it for
 * itself.
 */
export function networkSignIn(url: URL, fail: Fail): ApiFailure {
	return fail(
		"notCoder",
		t("Your network requires you to sign in before you can reach {0}.", url.host),
		t("Open {0} in a browser, sign in to the network there, and try again.", url.origin),
		"retry",
	);
}

/** Returns the failure of a 431: the request headers are too long for the server or a proxy in front of it. */
export function headersRefused(url: URL, fail: Fail): ApiFailure {
	return fail(
		"rejected",
		t("{0} rejected the request because its headers are too long.", url.host),
		t("Check the settings for additional headers."),
		"openSettings",
	);
}

/** Returns the failure of a 5xx: Coder's own error, or a proxy's. */
export function serverError(
	status: number,
	error: ErrorBody | undefined,
	url: URL,
	fail: Fail,
): ApiFailure {
	return fail(
		"serverError",
		error
			? t("Coder reported an error: {0}", [error.message, error.detail].filter(Boolean).join(" "))
			: t("{0}, or a proxy in front of it, responded with status {1}.", url.host, status),
		t("Try again later. An administrator can find the cause in the server's log."),
		"retry",
	);
}
