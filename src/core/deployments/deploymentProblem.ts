import { t } from "../base/l10n.ts";
import type { ApiFailure } from "../http/failure.ts";
import { endedSession, unreachableBecause } from "./condition.ts";
import type { Snapshot } from "./slot.ts";

/** What troubles a deployment as a whole. */
export interface DeploymentProblem {
	/** In a word or two, as a part of a sentence. */
	readonly words: string;
	/** A codicon's name. */
	readonly icon: "account" | "debug-disconnect";
	readonly failure: ApiFailure;
}

/** What troubles a deployment as a whole: its session, else its reachability. */
export function deploymentProblem(snapshot: Snapshot): DeploymentProblem | undefined {
	const ended = endedSession(snapshot);
	if (ended) return { words: endedWords(ended), icon: "account", failure: ended };
	const gone = unreachableBecause(snapshot);
	return gone && { words: goneWords(gone), icon: "debug-disconnect", failure: gone };
}

/** An ended session in two words; where only the token is missing, it may well go on. */
function endedWords({ tokenMissing }: ApiFailure): string {
	return tokenMissing ? t("no session token") : t("session ended");
}

/** Why a deployment is out of reach, in a word or two: what people look at first when it is. */
function goneWords({ kind }: ApiFailure): string {
	switch (kind) {
		case "settings":
			return t("setting needs correction");
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
