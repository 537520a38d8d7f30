import type { CoderClient } from "../http/client.ts";
import { t } from "../base/l10n.ts";
import type { ApiKey, BuildInfo, User } from "../coder/model.ts";
import type { OutlineCommand } from "../overview/node.ts";
import { readUrl, urlAndParents } from "../base/url.ts";
import { remedyFor } from "./remedy.ts";

/** What was found at an address. */
export type Found =
	| { readonly ok: true; readonly url: string; readonly buildInfo: BuildInfo }
	| {
			readonly ok: false;
			/** What is wrong and what to do, in one or two sentences. */
			readonly message: string;
			/** An address that would do, where one is known. */
			readonly suggestion?: string;
			/** What helps against it, where something else than another address does. */
			readonly remedy?: OutlineCommand;
	  };

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
): Promise<Found> {
	const reading = readUrl(typed);
	if (!reading.ok) return reading;
	let problem: Found | undefined;
	for (const url of urlAndParents(reading.url).slice(0, maxTries)) {
		const outcome = await clientAt(url).get("buildInfo", signal);
		if (outcome.ok) return checkProxy(url, outcome.value.value);
		const { kind, message, advice } = outcome.failure;
		problem ??= {
			ok: false,
			message: `${message} ${advice}`,
			...remedyFor(outcome.failure, url),
		};
		// Somebody else's page may still have Coder above it; everything else would only happen again.
		if (kind !== "notCoder" && kind !== "unsupported") break;
	}
	return problem ?? { ok: false, message: t("Check the URL.") };
}

function checkProxy(url: string, buildInfo: BuildInfo): Found {
	if (!buildInfo.workspaceProxy) return { ok: true, url, buildInfo };
	// Whoever answers calls itself a proxy: what it names is shown and suggested only where it is a deployment's URL.
	const reading = readUrl(buildInfo.dashboardUrl ?? "");
	const dashboardUrl = reading.ok ? reading.url : undefined;
	return {
		ok: false,
		message: dashboardUrl
			? t(
					"This is a workspace proxy, which does not serve the API. Use the deployment itself: {0}",
					dashboardUrl,
				)
			: t(
					"This is a workspace proxy, which does not serve the API. Use the URL of the deployment itself.",
				),
		...(dashboardUrl ? { suggestion: dashboardUrl } : {}),
	};
}

/** Whom a token belongs to, or why it cannot be used. */
export type TokenCheck =
	| { readonly ok: true; readonly user: User; readonly key: ApiKey | undefined }
	| {
			readonly ok: false;
			readonly message: string;
			readonly remedy?: OutlineCommand;
	  };

/** What can be said of a token before it is sent; `undefined` when it may be one. */
export function tokenProblem(token: string): string | undefined {
	if (token === "") return t("Paste the session token.");
	if (/[^\x21-\x7e]/.test(token)) {
		return t("A session token has no spaces or special characters. Copy it again.");
	}
	if (token.length < 33) {
		return t(
			"This is too short for a session token, which has {0} characters. Copy all of it.",
			33,
		);
	}
	return undefined;
}

/** Checks a token of the deployment at `url` with `GET /users/me` and reads its expiry where the server tells. */
export async function checkToken(
	client: CoderClient,
	url: string,
	signal?: AbortSignal,
): Promise<TokenCheck> {
	const [user, key] = await Promise.all([client.get("user", signal), client.get("apiKey", signal)]);
	if (!user.ok) {
		const { message, advice } = user.failure;
		return { ok: false, message: `${message} ${advice}`, ...remedyFor(user.failure, url) };
	}
	return { ok: true, user: user.value.value, key: key.ok ? key.value.value : undefined };
}
