import { t } from "../base/l10n.ts";
import { endpoints } from "../coder/endpoints.ts";
import { isLimitedAccount } from "../coder/limitedToken.ts";
import type { EndpointId, User } from "../coder/model.ts";
import type { ApiFailure } from "../http/failure.ts";
import { permissionWords, scopeWords } from "../http/statusFailures.ts";
import { accessHost } from "./accessHost.ts";
import type { SavedDeployment } from "./deployment.ts";
import type { Slot, Snapshot } from "./slot.ts";

/** What an endpoint has to wait for, and how old that may be, in ms. */
interface Prerequisite {
	readonly id: EndpointId;
	readonly maxAgeMs: number;
	/** What another window was answered won't do. */
	readonly own?: true;
}

/** Where the access URL leads has to be known from just before: an administrator may have changed it. */
const accessUrlMaxAgeMs = 60_000;

/** What has to be known before an endpoint may be asked. */
export function prerequisites(id: EndpointId): readonly Prerequisite[] {
	const { permission, sendsTokenToAccessUrl } = endpoints[id];
	return [
		...(permission?.check
			? [{ id: "permissions" as const, maxAgeMs: endpoints.permissions.freshMs * 1.2 }]
			: []),
		...(sendsTokenToAccessUrl
			? [{ id: "buildInfo" as const, maxAgeMs: accessUrlMaxAgeMs, own: true as const }]
			: []),
	];
}

/**
 * Why an endpoint is not asked at all; nothing where it may be. What isn't permitted is not asked for, so that the
 * server's log has no refusals; where the server doesn't say what is permitted, asking tells.
 *
 * @param agreedTo the host that the user agreed to send the session token to
 */
export function notAskedBecause(
	id: EndpointId,
	snapshot: Snapshot,
	saved: SavedDeployment,
	agreedTo?: string,
): ApiFailure | undefined {
	const { permission, sendsTokenToAccessUrl } = endpoints[id];
	if (permission?.check && snapshot.permissions.value?.[permission.check] === false) {
		const words = isTokens(permission.roles, snapshot.user, saved)
			? scopeWords()
			: permissionWords(permission);
		return { kind: "forbidden", ...words, action: "signIn", causes: [] };
	}
	return sendsTokenToAccessUrl ? heldBack(snapshot, saved.url, agreedTo) : undefined;
}

/** Whether it is the token's scopes that forbid something that the account's roles permit. */
function isTokens(
	roles: readonly string[],
	{ value, failure }: Slot<User>,
	saved: SavedDeployment,
): boolean {
	// Only a token of narrow scopes may not read its own account.
	if (isLimitedAccount(saved.account.id) || failure?.status === 404) return true;
	const wanted = new Set(roles.map((role) => role.toLowerCase()));
	return value?.roles.some(({ name }) => wanted.has(name.toLowerCase())) ?? false;
}

function heldBack(
	{ buildInfo }: Snapshot,
	url: string,
	agreedTo: string | undefined,
): ApiFailure | undefined {
	if (buildInfo.failure) return buildInfo.failure;
	const access = accessHost(buildInfo.value?.dashboardUrl, url);
	if (access.kind === "own") return undefined;
	const { host } = new URL(url);
	if (access.kind === "unknown") {
		return {
			kind: "heldBack",
			message: t("The server doesn't say where a health check would send your session token."),
			advice: t("Set an access URL on the server."),
			action: "retry",
			causes: [],
		};
	}
	if (access.host === agreedTo) return undefined;
	return {
		kind: "heldBack",
		message: t(
			"A health check makes the server send your session token to {0}, the host of its access URL. You signed in at {1}.",
			access.host,
			host,
		),
		advice: t("Run it only if you trust {0}.", access.host),
		action: "checkHealth",
		causes: [],
	};
}
