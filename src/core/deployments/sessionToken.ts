import { isLimitedAccount } from "../coder/limitedToken.ts";
import type { CoderClient } from "../http/client.ts";
import { noToken, otherAccount } from "../http/tokenFailures.ts";
import { TokenProblem } from "../http/tokenProblem.ts";
import type { SavedDeployment } from "./deployment.ts";
import type { Sessions } from "./sessions.ts";

/** The dependencies of reading a deployment's token. */
export interface TokenParts {
	readonly sessions: Sessions;
	/** Creates a client for a token, to find out whose it is. */
	readonly clientFor: (token: string) => Pick<CoderClient, "get">;
	/** Whether this window may see a newer secret after a reload, as a browser tab does. */
	readonly reloadHelps: boolean;
}

/**
 * Returns a function that reads a deployment's token for each request. A token whose account version 0.1 didn't store
 * is checked once with `GET /users/me` before it is sent with anything else.
 *
 * @returns a function that throws a {@link TokenProblem} if there is no token to send
 */
export function tokenReader(
	saved: SavedDeployment,
	{ sessions, clientFor, reloadHelps }: TokenParts,
): () => Promise<string> {
	const checks = new Map<string, Promise<string>>();
	const check = async (token: string): Promise<string> => {
		const user = await clientFor(token).get("user");
		if (user.ok) {
			if (user.value.value.id !== saved.account.id) {
				throw new TokenProblem(otherAccount(reloadHelps));
			}
			await sessions.keep(saved, token);
			return token;
		}
		// The server rejects the token, so it's useless.
		if (user.failure.kind === "signedOut") return token;
		throw new TokenProblem(user.failure);
	};
	const checkOnce = (token: string): Promise<string> => {
		const running = checks.get(token) ?? check(token);
		checks.set(token, running);
		// A failure is retried with the next request.
		running.catch(() => checks.delete(token));
		return running;
	};
	return async () => {
		const session = await sessions.read(saved);
		switch (session.kind) {
			case "token":
				return session.token;
			case "unverified":
				return checkOnce(session.token);
			case "otherAccount":
				throw new TokenProblem(otherAccount(reloadHelps));
			case "none":
				throw new TokenProblem(noToken(reloadHelps));
		}
	};
}

/** Returns whether a deployment's token is limited to scopes that exclude its account. */
export function isLimited({ account }: SavedDeployment): boolean {
	return isLimitedAccount(account.id);
}
