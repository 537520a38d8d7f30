import { isLimitedAccount } from "../coder/limitedToken.ts";
import type { CoderClient } from "../http/client.ts";
import { noToken, otherAccount } from "../http/tokenFailures.ts";
import { TokenProblem } from "../http/tokenProblem.ts";
import type { SavedDeployment } from "./deployment.ts";
import type { Sessions } from "./sessions.ts";

/** What reading a deployment's token needs. */
export interface TokenParts {
	readonly sessions: Sessions;
	/** Makes a client for a token, to ask whose it is. */
	readonly clientFor: (token: string) => Pick<CoderClient, "get">;
	/** Whether this window may see a newer secret after it was reloaded, as in a browser's tab. */
	readonly reloadHelps: boolean;
}

/**
 * Makes the function that gives a deployment's token for each request. A token of which version 0.1 did not note whose
 * it is is checked once, by `GET /users/me`, before anything else is sent with it.
 *
 * @returns a function that throws a {@link TokenProblem} where there is no token that may be sent
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
		// The server takes it for nobody's: whoever it belonged to, it opens nothing any more.
		if (user.failure.kind === "signedOut") return token;
		throw new TokenProblem(user.failure);
	};
	const checkOnce = (token: string): Promise<string> => {
		const running = checks.get(token) ?? check(token);
		checks.set(token, running);
		// What failed is tried again with the next request.
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

/** Whether a deployment's token is limited to scopes that leave out its account. */
export function isLimited({ account }: SavedDeployment): boolean {
	return isLimitedAccount(account.id);
}
