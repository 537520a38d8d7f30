import type { CoderClient } from "../http/client.ts";
import type { ApiFailure } from "../http/failure.ts";
import { t } from "../base/l10n.ts";
import { limitedUser } from "../coder/limitedToken.ts";
import type { ApiKey, BuildInfo, User } from "../coder/model.ts";
import type { OutlineCommand } from "../overview/node.ts";
import { urlAndParents } from "../base/url.ts";
import { readExactUrl, readUrl } from "../coder/deploymentUrl.ts";
import type { WithheldHeaders } from "./questions.ts";
import { remedyFor } from "./remedy.ts";

/** What was found at an address. */
export type DeploymentSearch =
	{ readonly ok: true; readonly url: string; readonly buildInfo: BuildInfo } | Refusal;

/** Why there is nothing, and what helps. */
export interface Refusal {
	readonly ok: false;
	/** What is wrong and what to do, in one or two sentences. */
	readonly message: string;
	/** An address that would do, where one is known. */
	readonly suggestion?: string;
	/** What helps against it, where something else than another address does. */
	readonly remedy?: OutlineCommand;
	/** What the text that was typed must be replaced by, because it holds a secret. */
	readonly replacement?: string;
	/** Headers that were not sent, and might have helped. */
	readonly withheld?: WithheldHeaders;
}

/** How many addresses above a typed one are tried; dashboard pages are not deeper. */
const maxTries = 6;

/**
 * Finds the deployment at what was typed, by `GET /buildinfo`. The address of a dashboard page leads to the
 * deployment above it.
 *
 * @param clientAt makes a client without a token for a base URL
 */
export async function findDeployment(
	typed: string,
	clientAt: (url: string) => CoderClient,
	signal?: AbortSignal,
): Promise<DeploymentSearch> {
	const reading = readUrl(typed);
	if (!reading.ok) return reading;
	let problem: Refusal | undefined;
	for (const url of urlAndParents(reading.url).slice(0, maxTries)) {
		const outcome = await clientAt(url).get("buildInfo", signal);
		if (outcome.ok) return checkProxy(url, outcome.value.value);
		const { kind } = outcome.failure;
		problem ??= refusal(outcome.failure, url);
		// Somebody else's page may still have Coder above it; everything else would only happen again.
		if (kind !== "notCoder" && kind !== "unsupported") break;
	}
	return problem ?? { ok: false, message: t("Check the URL.") };
}

function checkProxy(url: string, buildInfo: BuildInfo): DeploymentSearch {
	if (!buildInfo.workspaceProxy) return { ok: true, url, buildInfo };
	// Whoever answers calls itself a proxy: what it names is shown and suggested only where it is a deployment's URL.
	const reading = readExactUrl(buildInfo.dashboardUrl ?? "");
	const dashboardUrl = reading.ok ? reading.url : undefined;
	return {
		ok: false,
		message: dashboardUrl
			? t(
					"This is a workspace proxy, which doesn't serve the API. Use the deployment itself: {0}",
					dashboardUrl,
				)
			: t(
					"This is a workspace proxy, which doesn't serve the API. Use the URL of the deployment itself.",
				),
		...(dashboardUrl ? { suggestion: dashboardUrl } : {}),
	};
}

/** Whom a token belongs to, or why it cannot be used. */
export type TokenCheck =
	{ readonly ok: true; readonly user: User; readonly key: ApiKey | undefined } | Refusal;

/**
 * Checks a token of the deployment at `url` with `GET /users/me` and reads its expiry where the server tells. For a token
 * whose scopes leave out the account, servers answer that with 404; then `GET /experiments`, which needs no more than a
 * good token, tells whether it is one.
 */
export async function checkToken(
	client: CoderClient,
	{ url, token }: { readonly url: string; readonly token: string },
	signal?: AbortSignal,
): Promise<TokenCheck> {
	const [user, apiKey] = await Promise.all([
		client.get("user", signal),
		client.get("apiKey", signal),
	]);
	const key = apiKey.ok ? apiKey.value.value : undefined;
	if (user.ok) return { ok: true, user: user.value.value, key };
	if (user.failure.status !== 404) return refusal(user.failure, url);
	const experiments = await client.get("experiments", signal);
	if (!experiments.ok) return refusal(experiments.failure, url);
	return { ok: true, user: limitedUser(token), key };
}

/** The same address with http for https, or the other way around. */
function otherScheme(url: string): string {
	return url.startsWith("https:") ? url.replace("https:", "http:") : url.replace("http:", "https:");
}

function refusal(failure: ApiFailure, url: string): Refusal {
	const { message, advice, withheld } = failure;
	return {
		ok: false,
		message: `${message} ${advice}`,
		...(failure.kind === "wrongScheme" ? { suggestion: otherScheme(url) } : {}),
		...remedyFor(failure, url),
		...(withheld ? { withheld: { url, settings: withheld } } : {}),
	};
}
