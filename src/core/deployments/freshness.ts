import { endpoints } from "../coder/endpoints.ts";
import type { DeploymentStats, EndpointId } from "../coder/model.ts";

/** Minimum interval between requests for statistics, however often the server updates them, in ms. */
const statsFloorMs = 10_000;
/** Maximum interval between requests for statistics, in ms. */
const statsCeilingMs = 15 * 60_000;
/** Delay after the time that the server announced for new statistics, in ms: collecting them takes a while. */
const statsMarginMs = 1000;
/** Spreads requests of many editors that wait for the same statistics over this time, in ms. */
const statsSpreadMs = 4000;
/** Other answers stay fresh up to a tenth longer, so that requests that start together drift apart. */
const spread = 0.1;

/**
 * Returns how long an answer stays fresh, in ms.
 *
 * @param date the server's clock when it responded, in ms since the epoch
 * @param random from 0 to 1, for jitter
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

/**
 * Returns how long to wait for new statistics. Only compares the server's times with each other, because its clock may
 * be hours off.
 */
function statsWaitMs(
	{ collectedAt, nextUpdateAt }: DeploymentStats,
	date: number | undefined,
): number {
	if (collectedAt === undefined || nextUpdateAt === undefined || nextUpdateAt <= collectedAt)
		return endpoints.deploymentStats.freshMs;
	const interval = Math.min(Math.max(nextUpdateAt - collectedAt, statsFloorMs), statsCeilingMs);
	const left = nextUpdateAt - (date ?? collectedAt);
	// Overdue, or the date is a gateway's: only the interval is known.
	if (left <= 0 || left > interval) return interval;
	return Math.max(left + statsMarginMs, statsFloorMs);
}
