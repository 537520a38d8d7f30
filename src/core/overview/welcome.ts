import type { ListedDeployment } from "../deployments/deployment.ts";
import { endpointIds, endpoints } from "../coder/endpoints.ts";
import type { FailureKind } from "../http/failure.ts";
import type { EndpointId } from "../coder/model.ts";
import { endedSession, unreachableBecause } from "../deployments/condition.ts";
import { stateOf, type SlotState, type Snapshot } from "../deployments/slot.ts";

/** Why the view shows a welcome text instead of rows. package.json has a text for each value. */
export type WelcomeCause =
	"neverSignedIn" | "signedOut" | "forbidden" | `unreachable.${FailureKind}`;

const withSession = endpointIds.filter((id) => endpoints[id].auth);

/**
 * Returns the cause for a welcome text; undefined if rows say more. Rows are shown for several deployments, and for a
 * deployment that was signed out of, whose session ended, or about which data that requires a session is known. They
 * show the problem next to the known data, and offer to sign in again.
 *
 * @param seenUrls addresses with a previous sign-in
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
	if (endedSession(snapshot)) return undefined;
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

/** Whether the token is valid, but gives no access. Routes that are hidden from it look as if they didn't exist. */
function mayReadNothing(snapshot: Snapshot): boolean {
	const states = withSession.map((id) => stateOf(snapshot[id]));
	return states.includes("forbidden") && states.every((state) => unreadable.has(state));
}

/**
 * Remembers that the user preferred rows to the welcome text, until the problem is resolved or another kind of problem
 * occurs.
 */
export class WelcomeChoice {
	#declined: string | undefined;

	/** Returns the cause to show, given the actual one. */
	shown(cause: WelcomeCause | undefined): WelcomeCause | undefined {
		if (kindOf(cause) !== this.#declined) this.#declined = undefined;
		return this.#declined === undefined ? cause : undefined;
	}

	/** Shows rows from now on. */
	decline(cause: WelcomeCause | undefined): void {
		this.#declined = kindOf(cause);
	}
}

/**
 * Returns the kind of problem. It is the same for a deployment that first refuses connections and then doesn't respond.
 */
function kindOf(cause: WelcomeCause | undefined): string | undefined {
	return cause?.split(".")[0];
}
