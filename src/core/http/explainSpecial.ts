import { t } from "../base/l10n.ts";
import type { Endpoint } from "../coder/endpoints.ts";
import type { ErrorBody } from "./errorBody.ts";
import type { ApiFailure } from "./failure.ts";
import type { Fail } from "./responseFailure.ts";

/** How long after the refusal the report of a slow health check is available, in ms. */
const reportReadyMs = 3_000;

const tookTooLong = ["Healthcheck timed out", "Healthcheck is in progress"];

/**
 * Explains a health check that takes longer than the server's limit of 30 s. The server responds with 503 "Healthcheck
 * timed out." since v2.22, with the unfinished checks since v2.30, and with 404 "Healthcheck is in progress…" before.
 * The report is available about a second later.
 */
export function explainHealth(
	{ path }: Endpoint,
	status: number,
	error: ErrorBody | undefined,
	fail: Fail,
): ApiFailure | undefined {
	if (path !== "/debug/health" || (status !== 503 && status !== 404)) return undefined;
	if (!error || !tookTooLong.some((words) => error.message.startsWith(words))) return undefined;
	const [, running] = error.detail.split("Still running: ", 2);
	return fail(
		"notReady",
		running
			? t("The health check is still running: {0}.", running)
			: t("The health check didn't finish within 30 seconds."),
		t("Its report is usually ready a few seconds later."),
		"retry",
		reportReadyMs,
	);
}

/** Routes of licensed features respond with this before they check the token. */
export function explainLicense(
	status: number,
	error: ErrorBody | undefined,
	fail: Fail,
): ApiFailure | undefined {
	if (status !== 403 || !error?.message.includes("feature. Contact sales")) return undefined;
	return fail(
		"unsupported",
		t("This feature requires a license that the deployment doesn't have."),
		t("No action is needed. This section stays empty."),
		"retry",
	);
}
