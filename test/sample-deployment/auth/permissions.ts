import type { Account } from "./accounts.ts";

/** True if one of the account's roles is among those named. */
export function hasRole(account: Account, ...names: readonly string[]): boolean {
	return account.roles.some(({ name }) => names.includes(name));
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
