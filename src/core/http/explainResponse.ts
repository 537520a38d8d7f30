import type { Endpoint } from "../coder/endpoints.ts";
import { readErrorBody } from "./errorBody.ts";
import { explainNonCoderResponse } from "./explainNonCoderResponse.ts";
import type { ApiFailure } from "./failure.ts";
import { t } from "../base/l10n.ts";
import { explainHealth, explainLicense } from "./explainSpecial.ts";
import { failing } from "./responseFailure.ts";
import {
	forbidden,
	headersRefused,
	networkSignIn,
	notFound,
	outOfScope,
	rateLimited,
	redirect,
	serverError,
	signedOut,
} from "./statusFailures.ts";
import type { TransportResponse } from "./transport.ts";

/**
 * Explains an error status or a redirect in sentences.
 *
 * @param limited whether the token's scopes exclude its account: then a refusal is due to the token, not to the account
 */
export function explainStatus(
	response: TransportResponse,
	url: URL,
	endpoint: Endpoint,
	limited = false,
): ApiFailure {
	const { status } = response;
	const error = readErrorBody(response.body);
	const fail = failing(response, error);
	if (status >= 300 && status < 400) return redirect(response, url, fail);
	// A proxy in front of the server may also limit requests, with its own message.
	if (status === 429) return rateLimited(response, fail);
	if (status === 511) return networkSignIn(url, fail);
	if (status === 431) return headersRefused(url, fail);
	if (!error && status < 500) return explainPage(response, url);
	const special =
		explainHealth(endpoint, status, error, fail) ?? explainLicense(status, error, fail);
	if (special) return special;
	switch (status) {
		case 401:
			return signedOut(error?.message ?? "", error?.detail ?? "", url, fail);
		case 403:
			return limited ? outOfScope(fail) : forbidden(endpoint, fail);
		case 404:
			return endpoint.hidden && !error?.message.startsWith("Route not found")
				? limited
					? outOfScope(fail)
					: forbidden(endpoint, fail)
				: notFound(endpoint, limited, fail);
		case 400:
			if (endpoint.path !== "/deployment/stats") break;
			return fail(
				"notReady",
				t("The server is still collecting its first statistics."),
				t("They're available shortly after it starts."),
				"retry",
			);
	}
	if (status >= 500) return serverError(status, error, url, fail);
	return fail(
		"rejected",
		t("The server rejected the request with status {0}: {1}", status, error?.message ?? ""),
		t("See the log for details."),
		"showLog",
	);
}

/** Returns the failure of a web page in place of the API's JSON. */
export function explainPage(response: TransportResponse, url: URL): ApiFailure {
	const { kind, message, advice, action, setting } = explainNonCoderResponse(response, url);
	return {
		...failing(response, undefined)(kind, message, advice, action),
		...(setting === undefined ? {} : { setting }),
	};
}

/** Returns the failure of unexpected or invalid JSON; `field` is the location. */
export function explainBody(
	response: TransportResponse,
	endpoint: Endpoint,
	field: string | undefined,
): ApiFailure {
	const fail = failing(response, undefined);
	return fail(
		"unexpectedBody",
		field === undefined
			? t("The response from {0} isn't complete JSON.", endpoint.path)
			: t(
					"The response from {0} isn't valid: the field {1} isn't as expected.",
					endpoint.path,
					field,
				),
		t("Refresh to try again. If the problem persists, see the log for details."),
		"retry",
	);
}

/** Returns the failure of JSON that exceeds a limit; `excess` is the sentence about it. */
export function explainExcess(
	response: TransportResponse,
	endpoint: Endpoint,
	excess: string,
): ApiFailure {
	return failing(response, undefined)(
		"unexpectedBody",
		t("The response from {0} can't be read. {1}", endpoint.path, excess),
		t("Refresh to try again. If the problem persists, see the log for details."),
		"retry",
	);
}
