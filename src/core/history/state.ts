import { compareOptions } from "../comparison/compare.ts";
import { isAhead } from "../base/age.ts";
import type { DeploymentConfig } from "../coder/model.ts";
import { sameHealth, type RecordedHealth } from "./recordedHealth.ts";

/** The stored state of a deployment. Parts that were never known are missing. */
export interface DeploymentState {
	/** The server's version. */
	readonly version?: string;
	/** The enabled experiments. */
	readonly experiments?: readonly string[];
	readonly config?: DeploymentConfig;
	/** Parts of the health check, stored separately. */
	readonly health?: RecordedHealth;
}

/** The parts of a state, each from its own endpoint. */
export const stateParts = ["version", "experiments", "config", "health"] as const;
export type StatePart = (typeof stateParts)[number];

/** The state of a deployment as one window knows it, and when each part was read, in ms since the epoch. */
export interface Observation {
	readonly state: DeploymentState;
	readonly readAt: Readonly<Partial<Record<StatePart, number>>>;
}

/** A complete stored state. Unchanged parts are copied from the snapshot before. */
export interface HistoryEntry extends Observation {
	/**
	 * When it was first seen, in ms since the epoch; later than that if the clock had been set back, to keep snapshots
	 * in order.
	 */
	readonly takenAt: number;
	/** When it was first seen, in ms since the epoch, if `takenAt` is later. */
	readonly seenAt?: number;
}

/** Returns true if `after` only adds parts that `before` didn't have. */
export function completes(before: HistoryEntry, after: HistoryEntry): boolean {
	return stateParts.every(
		(part) => before.state[part] === undefined || before.state[part] === after.state[part],
	);
}

/**
 * Returns the snapshot to store after `before` if the observation differs from it. An older observation doesn't revert
 * what another window read later. Times in the future come from a clock that was ahead: they're older than anything
 * that is read now.
 *
 * @param now in ms since the epoch
 */
export function nextEntry(
	before: HistoryEntry | undefined,
	{ state, readAt }: Observation,
	now: number = Date.now(),
): HistoryEntry | undefined {
	const news = stateParts.filter((part) => {
		const at = readAt[part];
		if (at === undefined || isAhead(at, now) || state[part] === undefined) return false;
		const known = before?.readAt[part];
		const isNewer = known === undefined || isAhead(known, now) || at > known;
		return isNewer && !isSame(part, before?.state[part], state[part]);
	});
	if (news.length === 0) return undefined;
	const pick = <T extends object>(from: T): Partial<T> =>
		Object.fromEntries(
			Object.entries(from).filter(([key]) => news.includes(key as StatePart)),
		) as Partial<T>;
	const seenAt = Math.min(now, Math.max(...news.map((part) => readAt[part] ?? 0)));
	const takenAt = Math.max(seenAt, (before?.takenAt ?? -1) + 1);
	return {
		takenAt,
		...(takenAt > seenAt && { seenAt }),
		state: { ...before?.state, ...pick(withKnownHealth(state, before?.state.health)) },
		readAt: { ...before?.readAt, ...pick(readAt) },
	};
}

/** Adds the previous states of those parts of the health check that are currently unknown. */
function withKnownHealth(state: DeploymentState, known: RecordedHealth = {}): DeploymentState {
	return state.health ? { ...state, health: { ...known, ...state.health } } : state;
}

/** Whether two values of a part are the same. */
const same: {
	readonly [P in StatePart]: (
		a: NonNullable<DeploymentState[P]>,
		b: NonNullable<DeploymentState[P]>,
	) => boolean;
} = {
	version: (a, b) => a === b,
	experiments: (a, b) => JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted()),
	config: (a, b) => compareOptions(a.options, b.options).length === 0,
	health: sameHealth,
};

function isSame<P extends StatePart>(
	part: P,
	known: DeploymentState[P],
	value: NonNullable<DeploymentState[P]>,
): boolean {
	return known !== undefined && same[part](known, value);
}
