import type { Deployment } from "../deployments/deployment.ts";
import type { ChangeLog, HistoryChange } from "../history/changeEvent.ts";
import type { VersionChange } from "../history/versionChange.ts";

/** What changed at one moment. */
export interface ObservedChange {
	/** What it was before: the same in every window. */
	readonly before: string;
	/** When it was seen, in ms since the epoch. */
	readonly at: number;
	readonly changes: readonly HistoryChange[];
	/** The event of the history, whose two sides can be compared. */
	readonly event?: string;
	/** What a change of the version did to options. */
	readonly version?: VersionChange;
	/** The way back, where {@link before} does not tell two changes of the same kind apart. */
	readonly back?: readonly HistoryChange[];
}

/** What was seen of a deployment lately; nothing while that is not known. */
export type ChangeSource = (
	deployment: Deployment,
) => Promise<readonly ObservedChange[] | undefined>;

/** The changes of a history; its pairs of snapshots are the same in every window. */
export function changesOf({ events }: ChangeLog): ObservedChange[] {
	return events.map(({ beforeId, id, at, changes, version }) => ({
		before: beforeId,
		at,
		changes,
		event: id,
		...(version && { version }),
	}));
}
