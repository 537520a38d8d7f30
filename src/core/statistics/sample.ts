import type { Int } from "../base/int.ts";
import type { DeploymentStats, NamedCount } from "../coder/model.ts";

/** The numbers of one collection of a deployment's statistics. */
export interface Sample {
	/** When they were collected, in ms since the epoch, by this machine's clock. */
	readonly at: number;
	/** `collected_at` as the server told it, in ms since the epoch: equal in two samples of the same collection. */
	readonly id: number;
	/** How long the server meant to wait before the next collection, in ms. */
	readonly intervalMs: number;
	/** By name: `workspaces.running`, `sessions.vscode`, `seats.user_limit`, `p50` and `p95` in ms, `rx` and `tx` in bytes. */
	readonly values: Readonly<Record<string, number>>;
}

/** What servers wait between two collections unless they say otherwise, in ms. */
export const defaultIntervalMs = 30_000;

/** A server's clock may be off by this much, in ms, before this machine's is believed instead. */
export const trustedSkewMs = 5 * 60_000;

/** A server that invents names for ever must not fill the disk. */
const mostNames = 60;
const longestName = 80;

/**
 * Takes the numbers of an answer.
 *
 * @param receivedAt when the answer came, in ms since the epoch
 * @param seats what is used of the license at this time, by the names of samples
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

/** Each collection once, oldest first. */
export function inOrder(samples: readonly Sample[]): Sample[] {
	const byId = new Map(samples.toReversed().map((sample) => [sample.id, sample]));
	return [...byId.values()].sort((one, other) => one.at - other.at);
}
