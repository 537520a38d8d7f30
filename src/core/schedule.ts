import { endpoints } from "./endpoints.ts";
import type { EndpointId } from "./model.ts";
import type { Snapshot } from "./slot.ts";

/** However soon the server says that statistics come, they are not asked for more often, in ms. */
const statsFloorMs = 10_000;

/** When an endpoint is due, in ms since the epoch; 0 when it was never asked, unless that was cancelled. */
export function dueAt(id: EndpointId, snapshot: Snapshot): number {
	const { triedAt, at, failure, notBefore = 0 } = snapshot[id];
	if (triedAt === undefined || failure) return notBefore;
	const nextUpdateAt =
		id === "deploymentStats" ? snapshot.deploymentStats.value?.nextUpdateAt : undefined;
	const usual = triedAt + endpoints[id].freshMs;
	// A clock that is off, or a server that is late, must make it neither rush nor wait for ever.
	if (nextUpdateAt === undefined || at === undefined) return Math.max(usual, notBefore);
	return Math.max(Math.min(Math.max(nextUpdateAt, at + statsFloorMs), usual), notBefore);
}

/** The endpoints among `ids` that are due at `now`. */
export function dueEndpoints(
	ids: readonly EndpointId[],
	snapshot: Snapshot,
	now: number,
): EndpointId[] {
	return ids.filter((id) => !snapshot[id].loading && dueAt(id, snapshot) <= now);
}

/** How long until the first of `ids` is due, in ms and at least 0; `undefined` when there is nothing to wait for. */
export function nextDueMs(
	ids: readonly EndpointId[],
	snapshot: Snapshot,
	now: number,
): number | undefined {
	const waits = ids
		.filter((id) => !snapshot[id].loading)
		.map((id) => dueAt(id, snapshot) - now)
		.filter((wait) => wait < Infinity);
	return waits.length === 0 ? undefined : Math.max(0, Math.min(...waits));
}
