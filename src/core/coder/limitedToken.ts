import type { User } from "./model.ts";

const prefix = "key:";

/**
 * Stands for the account of a token whose scopes leave out `GET /users/me`, which real servers then answer with 404.
 * The token's key ID, its first ten characters, is no secret and takes the place of the account's ID.
 */
export function limitedUser(token: string): User {
	const keyId = token.slice(0, 10);
	return { id: prefix + keyId, username: keyId, roles: [] };
}

/** Whether an account's ID is that of a {@link limitedUser}. */
export function isLimitedAccount(accountId: string): boolean {
	return accountId.startsWith(prefix);
}
