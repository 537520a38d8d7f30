import { t } from "../base/l10n.ts";
import type { ApiFailure } from "../http/failure.ts";
import { endedSession, refusedEverywhere, unreachableBecause } from "./condition.ts";
import type { Snapshot } from "./slot.ts";

/** A problem of a deployment as a whole. */
export interface DeploymentProblem {
	/** One or two words; part of a sentence. */
	readonly words: string;
	/** The name of a codicon. */
	readonly icon: "account" | "debug-disconnect" | "lock";
	readonly failure: ApiFailure;
}

/** Returns the problem of a deployment as a whole: first its session, then its reachability, then its permissions. */
export function deploymentProblem(snapshot: Snapshot): DeploymentProblem | undefined {
	const ended = endedSession(snapshot);
	if (ended) return { words: endedWords(ended), icon: "account", failure: ended };
	const gone = unreachableBecause(snapshot);
	if (gone) return { words: goneWords(gone), icon: "debug-disconnect", failure: gone };
	const refused = refusedEverywhere(snapshot);
	return refused && { words: t("no access"), icon: "lock", failure: tokenWithoutAccess(refused) };
}

/** Describes a token that can't read anything, rather than one of the parts that it can't read. */
function tokenWithoutAccess(refused: ApiFailure): ApiFailure {
	return {
		...refused,
		message: t("Your session token can't read anything on this deployment."),
		advice: t("It's limited to certain scopes. Sign in with a token that has all scopes."),
		action: "signIn",
	};
}

/** Describes an ended session in two words. If only the token is missing, the session may still be valid. */
function endedWords({ tokenMissing }: ApiFailure): string {
	return tokenMissing ? t("no session token") : t("session ended");
}

/** Describes in one or two words why a deployment is unreachable. Users see these words first. */
function goneWords({ kind }: ApiFailure): string {
	switch (kind) {
		case "settings":
			return t("settings problem");
		case "certificate":
		case "clientCertificate":
			return t("certificate problem");
		case "proxy":
		case "proxyAuth":
			return t("proxy problem");
		default:
			return t("offline");
	}
}
