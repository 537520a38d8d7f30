import type { ListedDeployment } from "../deployments/deployment.ts";
import { endpointIds, endpoints } from "../coder/endpoints.ts";
import type { FailureKind } from "../http/failure.ts";
import type { EndpointId } from "../coder/model.ts";
import { endedSession, unreachableBecause } from "../deployments/condition.ts";
import { stateOf, type SlotState, type Snapshot } from "../deployments/slot.ts";

/** Why the view has a welcome text instead of rows. package.json has the texts, by these words. */
export type WelcomeCause =
	"neverSignedIn" | "signedOut" | "sessionEnded" | "forbidden" | `unreachable.${FailureKind}`;

const withSession = endpointIds.filter((id) => endpoints[id].auth);

/**
 * The cause for a welcome text; nothing where rows say more. Several deployments always have rows, and so has one that
 * was signed out of, or of which anything is known that needs a session: they say what is wrong beside what was known
 * before.
 *
 * @param seenUrls addresses that were signed in to before
 */
export function welcomeCause(
	deployments: readonly ListedDeployment[],
	seenUrls: readonly string[],
): WelcomeCause | undefined {
	const [only, another] = deployments;
	if (!only) return seenUrls.length > 0 ? "signedOut" : "neverSignedIn";
	if (!("saved" in only)) return undefined;
	const { snapshot } = only;
	if (another || isKnown(snapshot, withSession)) return undefined;
	const ended = endedSession(snapshot);
	// Where the token can't be read now, rows say so and offer what helps: signing in again would not.
	if (ended) return ended.tokenMissing && ended.action !== "signIn" ? undefined : "sessionEnded";
	const gone = unreachableBecause(snapshot);
	if (gone) return isKnown(snapshot, endpointIds) ? undefined : `unreachable.${gone.kind}`;
	return mayReadNothing(snapshot) ? "forbidden" : undefined;
}

function isKnown(snapshot: Snapshot, ids: readonly EndpointId[]): boolean {
	return ids.some((id) => {
		const state = stateOf(snapshot[id]);
		return state === "ready" || state === "stale";
	});
}

const unreadable: ReadonlySet<SlotState> = new Set(["forbidden", "unsupported", "heldBack"]);

/** True for a token that is valid and opens nothing. A route that hides itself from it looks as if it was not there. */
function mayReadNothing(snapshot: Snapshot): boolean {
	const states = withSession.map((id) => stateOf(snapshot[id]));
	return states.includes("forbidden") && states.every((state) => unreadable.has(state));
}

/** Remembers that somebody preferred rows to the welcome text: until the trouble is over, or another kind of trouble. */
export class WelcomeChoice {
	#declined: string | undefined;

	/** The cause that is to be shown, given the one that there is. */
	shown(cause: WelcomeCause | undefined): WelcomeCause | undefined {
		if (kindOf(cause) !== this.#declined) this.#declined = undefined;
		return this.#declined === undefined ? cause : undefined;
	}

	/** Shows rows instead from now on. */
	decline(cause: WelcomeCause | undefined): void {
		this.#declined = kindOf(cause);
	}
}

/** A deployment that refuses connections and then does not answer is in one kind of trouble all along. */
function kindOf(cause: WelcomeCause | undefined): string | undefined {
	return cause?.split(".")[0];
}
