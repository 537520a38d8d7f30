import type { ServerVersion } from "../versions.ts";
import type { Account } from "./accounts.ts";
import type { SessionKey } from "./tokenStore.ts";

/** Returns whether the account has one of the roles. */
export function hasRole(account: Account, ...names: readonly string[]): boolean {
	return account.roles.some(({ name }) => names.includes(name));
}

/** Whether a session's scopes limit it: scopes were added in v2.28; before, every token had its user's permissions. */
export function isNarrow(session: SessionKey, version: ServerVersion): boolean {
	return session.scoped && version.level >= 28;
}

/** Returns whether the account's roles can read the deployment's configuration and statistics. */
export function mayReadDeployment(account: Account): boolean {
	return hasRole(account, "owner", "auditor");
}

/** Returns whether `account` can read `other`: always itself, and everyone with a role that can read users. */
export function mayReadUser(account: Account, other: Account): boolean {
	return account.id === other.id || hasRole(account, "owner", "auditor");
}

/** Answers one question of POST /authcheck for the sample roles. */
export function isAllowed(account: Account, resource: string, action: string): boolean {
	if (hasRole(account, "owner")) {
		return true;
	}
	const auditable = ["deployment_config", "deployment_stats", "audit_log", "user"];
	return hasRole(account, "auditor") && action === "read" && auditable.includes(resource);
}
