import { endpointIds, endpoints } from "../coder/endpoints.ts";
import { isUnreachable, type ApiFailure } from "../http/failure.ts";
import { stateOf, type Slot, type SlotState, type Snapshot } from "./slot.ts";

/**
 * Returns why the session has ended, or `undefined` while it's valid. Any endpoint's failure counts: another window may
 * have read the account just before the session ended.
 */
export function endedSession(snapshot: Snapshot): ApiFailure | undefined {
	const { user } = snapshot;
	const refused = [user, ...Object.values(snapshot)].find(
		({ failure, triedAt = 0 }) => failure?.kind === "signedOut" && triedAt >= (user.at ?? 0),
	);
	return refused?.failure;
}

/** Returns why the deployment is unreachable, or `undefined` if it's reachable. */
export function unreachableBecause({ buildInfo }: Snapshot): ApiFailure | undefined {
	return buildInfo.failure && isUnreachable(buildInfo.failure) ? buildInfo.failure : undefined;
}

const unreadable: ReadonlySet<SlotState> = new Set(["forbidden", "unsupported", "heldBack"]);

/**
 * Returns a refusal if the token is valid, but can't read anything that requires a session. Routes that are hidden from
 * it look as if they didn't exist.
 */
export function refusedEverywhere(snapshot: Snapshot): ApiFailure | undefined {
	const ids = endpointIds.filter((id) => endpoints[id].auth);
	if (!ids.every((id) => unreadable.has(stateOf(snapshot[id])))) return undefined;
	const refused = ids.find((id) => stateOf(snapshot[id]) === "forbidden");
	return refused && snapshot[refused].failure;
}

/**
 * Returns whether a part failed only because the whole deployment can't be read. The deployment's row shows that once
 * for all parts.
 */
export function failsAsAWhole({ failure }: Slot<unknown>, snapshot: Snapshot): boolean {
	if (!failure) return false;
	if (failure.kind === "signedOut") return endedSession(snapshot) !== undefined;
	return isUnreachable(failure) && unreachableBecause(snapshot) !== undefined;
}

/** Returns when anything that requires a session was last read, in ms since the epoch. */
export function lastReadAt(snapshot: Snapshot): number | undefined {
	const times = endpointIds.flatMap((id) => (endpoints[id].auth && snapshot[id].at) || []);
	return times.length === 0 ? undefined : Math.max(...times);
}
