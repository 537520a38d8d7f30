import type { Deployment } from "./deployment.ts";
import { endpoints } from "../coder/endpoints.ts";
import type { EndpointId } from "../coder/model.ts";
import type { Slot } from "./slot.ts";

/** The part of a deployment that determines when something is due. */
type Known = Pick<Deployment, "snapshot" | "server">;

/** Minimum interval between checks after version changes while servers of two versions respond in turn, in ms. */
const mixedVersionsMs = 5 * 60_000;
/** The longest delay after a canceled request, in ms. */
const cancelledMs = 60_000;
/** A clock that goes back by more than this, in ms, was adjusted. */
const setBackMs = 60_000;

/**
 * Returns when an endpoint is due, in ms since the epoch; 0 if it was never requested, unless that request was
 * canceled.
 */
export function dueAt(id: EndpointId, { snapshot, server }: Known): number {
	const slot: Slot<unknown> = snapshot[id];
	const { triedAt, failure, notBefore = 0 } = slot;
	if (triedAt === undefined) return notBefore;
	const upgraded = endpoints[id].versioned ? upgradeDueAt(slot, triedAt, server) : Infinity;
	// Another version of the server may support what this one refused.
	const settled = failure?.kind === "forbidden" || failure?.kind === "unsupported";
	if (failure) return settled ? Math.min(notBefore, upgraded) : notBefore;
	const fresh = slot.freshUntil ?? triedAt + endpoints[id].freshMs;
	return Math.max(Math.min(fresh, upgraded), notBefore);
}

/**
 * Returns when to request again because of a version change: immediately for a new version, and rarely while servers of
 * several versions respond in turn. Never if the answer already comes from that version.
 */
function upgradeDueAt(slot: Slot<unknown>, triedAt: number, { versions }: Known["server"]): number {
	const [now] = versions;
	if (!now || slot.servedBy === undefined || slot.servedBy === now.version) return Infinity;
	return triedAt < now.firstAt ? now.firstAt : triedAt + mixedVersionsMs;
}

/** Returns how long until an endpoint is due, in ms; 0 or less if it is due. */
function waitMs(id: EndpointId, known: Known, now: number, patienceMs: number): number {
	const { triedAt } = known.snapshot[id];
	const due = dueAt(id, known);
	if (due === Infinity) return Infinity;
	// A canceled request waits for a minute. If it's longer, the clock was set back in the meantime.
	if (triedAt === undefined) return due - now > cancelledMs + setBackMs ? 0 : due - now;
	return triedAt > now + setBackMs ? 0 : due + patienceMs - now;
}

/**
 * Returns the endpoints among `ids` that are due at `now`.
 *
 * @param patienceMs how much longer they may wait; doesn't apply to endpoints that were never requested
 */
export function dueEndpoints(
	ids: readonly EndpointId[],
	known: Known,
	now: number,
	patienceMs = 0,
): EndpointId[] {
	return ids.filter((id) => !known.snapshot[id].loading && waitMs(id, known, now, patienceMs) <= 0);
}

/**
 * Returns how long until the first of `ids` is due, in ms and at least 0, or `undefined` if nothing will be due.
 *
 * @param patienceMs as for {@link dueEndpoints}
 */
export function nextDueMs(
	ids: readonly EndpointId[],
	known: Known,
	now: number,
	patienceMs = 0,
): number | undefined {
	const waits = ids
		.filter((id) => !known.snapshot[id].loading)
		.map((id) => waitMs(id, known, now, patienceMs))
		.filter((wait) => wait < Infinity);
	return waits.length === 0 ? undefined : Math.max(0, Math.min(...waits));
}
