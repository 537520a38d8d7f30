import type { Endpoint } from "./endpoints.ts";
import type { ApiFailure, FailureAction, FailureKind } from "./failure.ts";
import { explainStranger } from "./explainStranger.ts";
import { formatDuration } from "./format.ts";
import { isJsonObject, parseJson, type JsonValue } from "./json.ts";
import { t } from "./l10n.ts";
import { scrub } from "./scrub.ts";
import type { TransportResponse } from "./transport.ts";
import { isWebUrl } from "./url.ts";

/** Says in sentences what an answer with an error status, or a redirect, means. */
export function explainStatus(
	response: TransportResponse,
	url: URL,
	endpoint: Endpoint,
): ApiFailure {
	const { status } = response;
	const error = errorBody(response.body);
	const fail = failing(response, error);
	if (status >= 300 && status < 400) return redirect(response, url, fail);
	// A proxy in front of the server may limit requests, too, and say so in its own words.
	if (status === 429) return rateLimited(response, fail);
	if (!error && status < 500) return explainPage(response, url);
	switch (status) {
		case 401:
			return signedOut(error?.message ?? "", error?.detail ?? "", url, fail);
		case 403:
			return forbidden(endpoint, fail);
		case 404:
			return notFound(endpoint, fail);
		case 400:
			if (endpoint.path !== "/deployment/stats") break;
			return fail(
				"notReady",
				t("The server is still collecting its first statistics."),
				t("They are ready a short time after its start."),
				"retry",
			);
	}
	if (status >= 500) return serverError(status, error, url, fail);
	return fail(
		"rejected",
		t("The server refused the request with status {0}: {1}", status, error?.message ?? ""),
		t("The log has the details."),
		"showLog",
	);
}

/** The failure of a page where the API's JSON should be. */
export function explainPage(response: TransportResponse, url: URL): ApiFailure {
	const { kind, message, advice, action, setting } = explainStranger(response, url);
	return {
		...failing(response, undefined)(kind, message, advice, action),
		...(setting === undefined ? {} : { setting }),
	};
}

/** The failure of JSON, or nearly JSON, that does not fit; `field` names the place. */
export function explainBody(
	response: TransportResponse,
	url: URL,
	endpoint: Endpoint,
	field: string | undefined,
): ApiFailure {
	const fail = failing(response, undefined);
	return fail(
		"unexpectedBody",
		field === undefined
			? t("The answer of {0} is not complete JSON.", endpoint.path)
			: t(
					"The answer of {0} cannot be understood: the field {1} is not as expected.",
					endpoint.path,
					field,
				),
		t("Refresh to ask {0} again; if it stays, the log has the details.", url.host),
		"retry",
	);
}

interface ErrorBody {
	readonly message: string;
	readonly detail: string;
}

/** Coder's error body. Its texts are scrubbed: some servers repeat the token that they did not like. */
function errorBody(body: string): ErrorBody | undefined {
	let json: JsonValue;
	try {
		json = parseJson(body);
	} catch {
		return undefined;
	}
	if (!isJsonObject(json) || typeof json.message !== "string") return undefined;
	return {
		message: presentable(json.message),
		detail: typeof json.detail === "string" ? presentable(json.detail) : "",
	};
}

/** Characters of a server's text that are shown at most. */
const longestText = 500;

function presentable(text: string): string {
	const safe = scrub(text);
	return safe.length > longestText ? `${safe.slice(0, longestText)}…` : safe;
}

type Fail = (
	kind: FailureKind,
	message: string,
	advice: string,
	action: FailureAction,
	retryAfterMs?: number,
) => ApiFailure;

function failing(response: TransportResponse, error: ErrorBody | undefined): Fail {
	const requestId = response.header("X-Coder-Request-Id");
	const causes = error ? [error.message, error.detail].filter((text) => text !== "") : [];
	return (kind, message, advice, action, retryAfterMs) => ({
		kind,
		message,
		advice,
		action,
		status: response.status,
		...(requestId === undefined ? {} : { requestId: scrub(requestId) }),
		...(retryAfterMs === undefined ? {} : { retryAfterMs }),
		causes,
	});
}

function redirect(response: TransportResponse, url: URL, fail: Fail): ApiFailure {
	const target = otherOrigin(response.header("Location"), url);
	return fail(
		"redirected",
		target
			? t(
					"{0} redirects to {1}. Redirects are not followed, so that your token goes nowhere else.",
					url.host,
					target,
				)
			: t(
					"{0} redirects elsewhere. Redirects are not followed, so that your token goes nowhere else.",
					url.host,
				),
		target ? t("If you trust it, sign in with the URL {0} instead.", target) : t("Check the URL."),
		"changeUrl",
	);
}

/** Where a redirect leads to, if that is another web server than the one that was asked. */
function otherOrigin(location: string | undefined, url: URL): string | undefined {
	if (!location || !URL.canParse(location, url.href)) return undefined;
	const target = new URL(location, url);
	return isWebUrl(target.href) && target.origin !== url.origin ? target.origin : undefined;
}

function signedOut(message: string, detail: string, url: URL, fail: Fail): ApiFailure {
	const inactive = /User is not active \(status = "(\w+)"\)/.exec(message)?.[1];
	if (inactive) {
		return fail(
			"signedOut",
			t("Your account at {0} is not active (status: {1}).", url.host, inactive),
			t("Ask an administrator to reactivate it."),
			"signIn",
		);
	}
	const expired = /expired/.test(detail);
	return fail(
		"signedOut",
		expired
			? t("Your session at {0} has expired.", url.host)
			: t("{0} does not accept the session token.", url.host),
		t("Sign in again with a new token."),
		"signIn",
	);
}

function forbidden(endpoint: Endpoint, fail: Fail): ApiFailure {
	const { permission } = endpoint;
	return fail(
		"forbidden",
		t("Your account may not read this."),
		permission
			? t(
					"It needs the permission {0}, which these roles have: {1}.",
					permission.name,
					permission.roles.join(", "),
				)
			: t("Ask an administrator, or sign in with another account."),
		"signIn",
	);
}

function notFound(endpoint: Endpoint, fail: Fail): ApiFailure {
	if (endpoint.path.startsWith("/users/")) {
		return fail(
			"rejected",
			t("The server has no such record, or this token may not read it."),
			t("A token that is limited to certain scopes may not read it; use one with all scopes."),
			"signIn",
		);
	}
	return fail(
		"unsupported",
		endpoint.since
			? t("This server does not have this yet; it came with {0}.", endpoint.since)
			: t("This server does not have the route {0}.", endpoint.path),
		t("Nothing is wrong; the section stays empty."),
		"retry",
	);
}

function rateLimited(response: TransportResponse, fail: Fail): ApiFailure {
	const retryAfterMs = retryAfter(response.header("Retry-After"));
	return fail(
		"rateLimited",
		t("The server asks for fewer requests."),
		t("It can be asked again in {0}.", formatDuration(retryAfterMs)),
		"retry",
		retryAfterMs,
	);
}

const usualRetryMs = 60_000;
const longestRetryMs = 24 * 3_600_000;

/** Retry-After in ms, at most a day: seconds or a date; Coder's own is 60 seconds. */
function retryAfter(header: string | undefined): number {
	if (!header) return usualRetryMs;
	const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
	return wait > 0 ? Math.min(wait, longestRetryMs) : usualRetryMs;
}

function serverError(
	status: number,
	error: ErrorBody | undefined,
	url: URL,
	fail: Fail,
): ApiFailure {
	return fail(
		"serverError",
		error
			? t(
					"Coder reports an error of its own: {0}",
					[error.message, error.detail].filter(Boolean).join(" "),
				)
			: t("{0}, or a proxy in front of it, answered with status {1}.", url.host, status),
		t("Try again later; an administrator finds the cause in the server's log."),
		"retry",
	);
}
