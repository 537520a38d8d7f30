import type { ServerVersion } from "../versions.ts";
import type { Account } from "./accounts.ts";
import type { SessionKey } from "./tokenStore.ts";

/** True if one of the account's roles is among those named. */
export function hasRole(account: Account, ...names: readonly string[]): boolean {
	return account.roles.some(({ name }) => names.includes(name));
}

/** Scopes of tokens came with v2.28; servers before let every token do what its user may. */
export function isNarrow(session: SessionKey, version: ServerVersion): boolean {
	return session.scoped && version.level >= 28;
}

/** True for the roles that may read the deployment's configuration and statistics. */
export function mayReadDeployment(account: Account): boolean {
	return hasRole(account, "owner", "auditor");
}

/** True if `account` may read about `other`: itself always, everybody with a role that reads users. */
export function mayReadUser(account: Account, other: Account): boolean {
	return account.id === other.id || hasRole(account, "owner", "auditor");
}

/** Answer of POST /authcheck to one question, as far as the sample roles go. */
export function isAllowed(account: Account, resource: string, action: string): boolean {
	if (hasRole(account, "owner")) {
		return true;
	}
	const auditable = ["deployment_config", "deployment_stats", "audit_log", "user"];
	return hasRole(account, "auditor") && action === "read" && auditable.includes(resource);
}
