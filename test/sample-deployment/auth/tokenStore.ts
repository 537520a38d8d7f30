import { sampleTokens, tokenOwners, type Account, type TokenName } from "./accounts.ts";

/** A session key as the server stores it. Times are in milliseconds since the epoch. */
export interface SessionKey {
	readonly name: TokenName;
	/** The first part of the token, which isn't secret. */
	readonly id: string;
	readonly secret: string;
	readonly account: Account;
	/** Whether scopes prevent the token from reading the deployment and its own user. */
	readonly scoped: boolean;
	createdAt: number;
	expiresAt: number;
	revoked: boolean;
}

/** The default lifetime of a session key, in ms. */
export const weekMs = 7 * 86_400_000;

/** The session keys of one running deployment. */
export class TokenStore {
	private readonly keys: readonly SessionKey[];

	/** Creates all sample keys at `now`; the valid ones expire `lifetimeMs` later. */
	constructor(now: number, lifetimeMs: number) {
		this.keys = (Object.keys(sampleTokens) as TokenName[]).map((name) => {
			const [id, secret] = sampleTokens[name].split("-");
			const expired = name === "expired";
			return {
				name,
				id: id!,
				secret: secret!,
				account: tokenOwners[name],
				scoped: name === "scoped",
				createdAt: expired ? now - 2 * weekMs : now,
				expiresAt: expired ? now - weekMs : now + lifetimeMs,
				revoked: name === "revoked",
			};
		});
	}

	/** Returns the key with this ID, or undefined if it doesn't exist or was deleted. */
	byId(id: string): SessionKey | undefined {
		return this.keys.find((key) => key.id === id && !key.revoked);
	}

	/** Returns the key of a sample token, even if it was deleted. */
	byName(name: TokenName): SessionKey {
		return this.keys.find((key) => key.name === name)!;
	}

	/** Returns the name of a sample token; undefined for other tokens. */
	nameOf(token: string): TokenName | undefined {
		return this.keys.find((key) => `${key.id}-${key.secret}` === token)?.name;
	}
}
