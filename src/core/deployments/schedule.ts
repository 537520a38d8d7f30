import type { Deployment } from "./deployment.ts";
import { endpoints } from "../coder/endpoints.ts";
import type { DeploymentStats, EndpointId } from "../coder/model.ts";
import type { Slot } from "./slot.ts";

/** The part of a deployment that says when something is due. */
type Known = Pick<Deployment, "snapshot" | "server">;

/** However soon the server says that statistics come, they are not asked for more often, in ms. */
const statsFloorMs = 10_000;
/** However seldom they come, they are asked for this often, in ms. */
const statsCeilingMs = 15 * 60_000;
/** How long after the moment that the server named statistics are asked for: gathering them takes a while. */
const statsMarginMs = 1000;
/** Many editors read the same moment from the same statistics; they come within this time, in ms. */
const statsSpreadMs = 4000;
/** Other answers stay fresh up to a tenth longer, so that what began together does not go on together. */
const spread = 0.1;
/** While servers of two versions answer in turn, each change of version is looked after this long, in ms. */
const mixedVersionsMs = 5 * 60_000;
/** How long what was cancelled waits at most, in ms. */
const cancelledMs = 60_000;
/** A clock that goes back by more than this, in ms, was set. */
const setBackMs = 60_000;

/**
 * How long an answer is good for, in ms.
 *
 * @param date the server's clock when it answered, in ms since the epoch
 * @param random from 0 to 1, for the jitter
 */
export function freshForMs(
	id: EndpointId,
	value: unknown,
	date: number | undefined,
	random: number,
): number {
	if (id !== "deploymentStats") return Math.round(endpoints[id].freshMs * (1 + random * spread));
	return statsWaitMs(value as DeploymentStats, date) + random * statsSpreadMs;
}

/** Only the server's times are compared with each other: its clock may be hours away from ours. */
function statsWaitMs(
	{ collectedAt, nextUpdateAt }: DeploymentStats,
	date: number | undefined,
): number {
	if (collectedAt === undefined || nextUpdateAt === undefined || nextUpdateAt <= collectedAt)
		return endpoints.deploymentStats.freshMs;
	const interval = Math.min(Math.max(nextUpdateAt - collectedAt, statsFloorMs), statsCeilingMs);
	const left = nextUpdateAt - (date ?? collectedAt);
	// Late, or a gateway's clock tells the date: then the interval is all that is known.
	if (left <= 0 || left > interval) return interval;
	return Math.max(left + statsMarginMs, statsFloorMs);
}

/** When an endpoint is due, in ms since the epoch; 0 when it was never asked, unless that was cancelled. */
export function dueAt(id: EndpointId, { snapshot, server }: Known): number {
	const slot: Slot<unknown> = snapshot[id];
	const { triedAt, failure, notBefore = 0 } = slot;
	if (triedAt === undefined) return notBefore;
	const upgraded = endpoints[id].versioned ? upgradeDueAt(slot, triedAt, server) : Infinity;
	// What a server refused for good, another version of it may not.
	const settled = failure?.kind === "forbidden" || failure?.kind === "unsupported";
	if (failure) return settled ? Math.min(notBefore, upgraded) : notBefore;
	const fresh = slot.freshUntil ?? triedAt + endpoints[id].freshMs;
	return Math.max(Math.min(fresh, upgraded), notBefore);
}

/**
 * When to ask again because of the server's version: at once when the version is news, and seldom when servers of
 * several versions answer in turn. Never while the answer is that version's.
 */
function upgradeDueAt(slot: Slot<unknown>, triedAt: number, { versions }: Known["server"]): number {
	const [now] = versions;
	if (!now || slot.servedBy === undefined || slot.servedBy === now.version) return Infinity;
	return triedAt < now.firstAt ? now.firstAt : triedAt + mixedVersionsMs;
}

/** How long until an endpoint is due, in ms; 0 or less when it is. */
function waitMs(id: EndpointId, known: Known, now: number, patienceMs: number): number {
	const { triedAt } = known.snapshot[id];
	const due = dueAt(id, known);
	if (due === Infinity) return Infinity;
	// What was cancelled waits for a minute; where it is longer, the clock was set back meanwhile.
	if (triedAt === undefined) return due - now > cancelledMs + setBackMs ? 0 : due - now;
	return triedAt > now + setBackMs ? 0 : due + patienceMs - now;
}

/**
 * The endpoints among `ids` that are due at `now`.
 *
 * @param patienceMs how long after that they may wait; not when they were never asked
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
 * How long until the first of `ids` is due, in ms and at least 0; `undefined` when there is nothing to wait for.
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
