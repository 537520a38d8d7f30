import type { Deployment } from "../deployments/deployment.ts";
import type { ChangeLog, HistoryChange } from "../history/changeEvent.ts";
import type { VersionChange } from "../history/versionChange.ts";

/** The changes at one moment. */
export interface ObservedChange {
	/** Identifies the previous state, in the same way in every window. */
	readonly before: string;
	/** When the change was seen, in ms since the epoch. */
	readonly at: number;
	readonly changes: readonly HistoryChange[];
	/** The event in the history, whose two snapshots can be compared. */
	readonly event?: string;
	/** The effect of a new version on options. */
	readonly version?: VersionChange;
	/** The changes in the opposite direction, if {@link before} doesn't distinguish repeated changes. */
	readonly back?: readonly HistoryChange[];
}

/** Returns the recent changes of a deployment; undefined as long as they are unknown. */
export type ChangeSource = (
	deployment: Deployment,
) => Promise<readonly ObservedChange[] | undefined>;

/** Returns the changes in a history. Its pairs of snapshots are the same in every window. */
export function changesOf({ events }: ChangeLog): ObservedChange[] {
	return events.map(({ beforeId, id, at, changes, version }) => ({
		before: beforeId,
		at,
		changes,
		event: id,
		...(version && { version }),
	}));
}
