import type { User } from "./model.ts";

const prefix = "key:";

/**
 * Returns a placeholder for the account of a token whose scopes exclude `GET /users/me`, which real servers answer with
 * 404. The token's key ID, its first ten characters, isn't secret and replaces the account's ID.
 */
export function limitedUser(token: string): User {
	const keyId = token.slice(0, 10);
	return { id: prefix + keyId, username: keyId, roles: [] };
}

/** Returns whether an account's ID is that of a {@link limitedUser}. */
export function isLimitedAccount(accountId: string): boolean {
	return accountId.startsWith(prefix);
}
