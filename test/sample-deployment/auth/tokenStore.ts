import { sampleTokens, tokenOwners, type Account, type TokenName } from "./accounts.ts";

/** A session key as the server keeps it. Times are milliseconds since the epoch. */
export interface SessionKey {
	readonly name: TokenName;
	/** First part of the token; not secret. */
	readonly id: string;
	readonly secret: string;
	readonly account: Account;
	/** True where scopes keep the token from the deployment and from its own user. */
	readonly scoped: boolean;
	createdAt: number;
	expiresAt: number;
	revoked: boolean;
}

/** Milliseconds that a session key lives by default. */
export const weekMs = 7 * 86_400_000;

/** The session keys of one running deployment. */
export class TokenStore {
	private readonly keys: readonly SessionKey[];

	/** Creates all sample keys at `now`; the working ones expire `lifetimeMs` later. */
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

	/** The key with this id, or undefined if there is none or it was deleted. */
	byId(id: string): SessionKey | undefined {
		return this.keys.find((key) => key.id === id && !key.revoked);
	}

	/** The key of one sample token, deleted or not. */
	byName(name: TokenName): SessionKey {
		return this.keys.find((key) => key.name === name)!;
	}

	/** Which sample token a text is; undefined for foreign ones. */
	nameOf(token: string): TokenName | undefined {
		return this.keys.find((key) => `${key.id}-${key.secret}` === token)?.name;
	}
}
