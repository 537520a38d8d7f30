import { t } from "../base/l10n.ts";
import { endpoints } from "../coder/endpoints.ts";
import { isLimitedAccount } from "../coder/limitedToken.ts";
import type { EndpointId, User } from "../coder/model.ts";
import type { ApiFailure } from "../http/failure.ts";
import { permissionWords, scopeWords } from "../http/statusFailures.ts";
import { accessHost } from "./accessHost.ts";
import type { SavedDeployment } from "./deployment.ts";
import type { Slot, Snapshot } from "./slot.ts";

/** An endpoint that another one depends on, and how old its data may be, in ms. */
interface Prerequisite {
	readonly id: EndpointId;
	readonly maxAgeMs: number;
	/** The answer must come from this window. */
	readonly own?: true;
}

/** The access URL must be recent, because an administrator may have changed it. */
const accessUrlMaxAgeMs = 60_000;

/** Returns what must be known before an endpoint can be requested. */
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
 * Returns why an endpoint isn't requested, or `undefined` if it can be. Forbidden endpoints aren't requested, so that
 * the server's log has no refusals. If the server doesn't report permissions, a request is the only way to tell.
 *
 * @param agreedTo the host that the user agreed to send the session token to
 */
export function notRequestedBecause(
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

/** Returns whether the token's scopes forbid something that the account's roles permit. */
function isTokens(
	roles: readonly string[],
	{ value, failure }: Slot<User>,
	saved: SavedDeployment,
): boolean {
	// Only a token with limited scopes can't read its own account.
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
