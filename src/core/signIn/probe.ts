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

/** The result of a search for a deployment at an address. */
export type DeploymentSearch =
	{ readonly ok: true; readonly url: string; readonly buildInfo: BuildInfo } | Refusal;

/** Why nothing was found, and what helps. */
export interface Refusal {
	readonly ok: false;
	/** What is wrong and what to do, in one or two sentences. */
	readonly message: string;
	/** The message to use if the token was pasted. */
	readonly pasted?: string;
	/** A valid address, if one is known. */
	readonly suggestion?: string;
	/** What helps, if it isn't another address. */
	readonly remedy?: OutlineCommand;
	/** What must replace the entered text because it contains a secret. */
	readonly replacement?: string;
	/** Headers that weren't sent but might have helped. */
	readonly withheld?: WithheldHeaders;
}

/** The number of parent paths to try; dashboard pages aren't deeper. */
const maxTries = 6;

/**
 * Finds the deployment for an entered address with `GET /buildinfo`, including from the address of a dashboard page.
 *
 * @param clientAt creates a client without a token for a base URL
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
		// Another site's page may still have Coder at a parent path. Other failures would only repeat.
		if (kind !== "notCoder" && kind !== "unsupported") break;
	}
	return problem ?? { ok: false, message: t("Check the URL.") };
}

function checkProxy(url: string, buildInfo: BuildInfo): DeploymentSearch {
	if (!buildInfo.workspaceProxy) return { ok: true, url, buildInfo };
	// The server claims to be a proxy: its URL is only shown and suggested if it's a valid deployment URL.
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

/** The account of a token, or why it can't be used. */
export type TokenCheck =
	{ readonly ok: true; readonly user: User; readonly key: ApiKey | undefined } | Refusal;

/**
 * Checks a token with `GET /users/me` and reads its expiry if the server reports it. If the token's scopes exclude the
 * account, servers respond with 404; then `GET /experiments`, which only requires a valid token, shows whether it is
 * one.
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

/** Returns the same address with HTTP instead of HTTPS, or the other way round. */
function otherScheme(url: string): string {
	return url.startsWith("https:") ? url.replace("https:", "http:") : url.replace("http:", "https:");
}

function refusal(failure: ApiFailure, url: string): Refusal {
	const { message, advice, tokenRefused, withheld } = failure;
	return {
		ok: false,
		message: `${message} ${advice}`,
		...(tokenRefused ? { pasted: pastedWords(tokenRefused) } : {}),
		...(failure.kind === "wrongScheme" ? { suggestion: otherScheme(url) } : {}),
		...remedyFor(failure, url),
		...(withheld ? { withheld: { url, settings: withheld } } : {}),
	};
}

/** Describes why a pasted token was rejected. Signing in again means pasting another one. */
function pastedWords(refused: "expired" | "invalid"): string {
	return refused === "expired"
		? t("This token has expired. Paste another one.")
		: t("This token wasn't accepted. Paste another one.");
}
