import { endpointIds, endpoints } from "../coder/endpoints.ts";
import { isUnreachable, type ApiFailure } from "../http/failure.ts";
import type { Slot, Snapshot } from "./slot.ts";

/**
 * Why the session is over; nothing while it is good. Any route tells: the account may be known from a moment before
 * the session ended, as another window read it.
 */
export function endedSession(snapshot: Snapshot): ApiFailure | undefined {
	const { user } = snapshot;
	const refused = [user, ...Object.values(snapshot)].find(
		({ failure, triedAt = 0 }) => failure?.kind === "signedOut" && triedAt >= (user.at ?? 0),
	);
	return refused?.failure;
}

/** Why nobody answers; nothing while somebody does. */
export function unreachableBecause({ buildInfo }: Snapshot): ApiFailure | undefined {
	return buildInfo.failure && isUnreachable(buildInfo.failure) ? buildInfo.failure : undefined;
}

/** Whether a part failed only because the whole deployment can't be read: its row says so, once for all parts. */
export function failsAsAWhole({ failure }: Slot<unknown>, snapshot: Snapshot): boolean {
	if (!failure) return false;
	if (failure.kind === "signedOut") return endedSession(snapshot) !== undefined;
	return isUnreachable(failure) && unreachableBecause(snapshot) !== undefined;
}

/** When anything was read last that needs a session, in ms since the epoch. */
export function lastReadAt(snapshot: Snapshot): number | undefined {
	const times = endpointIds.flatMap((id) => (endpoints[id].auth && snapshot[id].at) || []);
	return times.length === 0 ? undefined : Math.max(...times);
}
