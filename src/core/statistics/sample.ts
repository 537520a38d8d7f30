import type { Int } from "../base/int.ts";
import type { DeploymentStats, NamedCount } from "../coder/model.ts";

/** The numbers of one collection of a deployment's statistics. */
export interface Sample {
	/** When they were collected, in ms since the epoch, by this machine's clock. */
	readonly at: number;
	/** `collected_at` as the server reported it, in ms since the epoch; the same for samples of the same collection. */
	readonly id: number;
	/** How long the server intended to wait before the next collection, in ms. */
	readonly intervalMs: number;
	/** By name: `workspaces.running`, `sessions.vscode`, `seats.user_limit`, `p50` and `p95` in ms, `rx` and `tx` in bytes. */
	readonly values: Readonly<Record<string, number>>;
}

/** The default interval between collections, in ms. */
export const defaultIntervalMs = 30_000;

/** Maximum difference of a server's clock before this machine's clock is used instead, in ms. */
export const trustedSkewMs = 5 * 60_000;

/** The maximum number of names, so that a malicious server can't fill the disk. */
const mostNames = 60;
const longestName = 80;

/**
 * Returns the numbers in a response.
 *
 * @param receivedAt when the response arrived, in ms since the epoch
 * @param seats the current license usage, by sample name
 */
export function sampleOf(
	stats: DeploymentStats,
	receivedAt: number,
	seats: readonly (readonly [string, number])[] = [],
): Sample {
	const { collectedAt: id = receivedAt, nextUpdateAt = id + defaultIntervalMs } = stats;
	const values: (readonly [string, Int | undefined])[] = [
		...named("workspaces", stats.workspaces),
		["p50", stats.latencyP50Ms],
		["p95", stats.latencyP95Ms],
		["rx", stats.rxBytes],
		["tx", stats.txBytes],
		...named("sessions", stats.sessions),
		...seats,
	];
	const intervalMs = Math.round(nextUpdateAt - id);
	return {
		at: Math.abs(receivedAt - id) <= trustedSkewMs ? id : receivedAt,
		id,
		intervalMs: intervalMs > 0 ? intervalMs : defaultIntervalMs,
		values: Object.fromEntries(
			values.flatMap(([name, value]) => (value === undefined ? [] : [[name, Number(value)]])),
		),
	};
}

function named(group: string, counts: readonly NamedCount[]): [string, Int][] {
	return counts
		.filter(({ name }) => name.length <= longestName)
		.slice(0, mostNames)
		.map(({ name, count }) => [`${group}.${name}`, count]);
}

/** Returns each collection once, oldest first. */
export function inOrder(samples: readonly Sample[]): Sample[] {
	const byId = new Map(samples.toReversed().map((sample) => [sample.id, sample]));
	return [...byId.values()].sort((one, other) => one.at - other.at);
}
