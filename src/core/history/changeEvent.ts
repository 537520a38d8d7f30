import type { VersionChange } from "./versionChange.ts";

/** A single change, in words. */
export interface HistoryChange {
	readonly kind: "version" | "experiment" | "option" | "health";
	/** The ID of an option, the name of an experiment, or a part of the health check. */
	readonly id: string;
	/** The name of what changed. */
	readonly name: string;
	/** The old and new value, on one line. */
	readonly text: string;
	/** An option that isn't set on either side: the server's version has other options or other defaults. */
	readonly unset?: true;
}

/** The changes found at one time, as plain data for surfaces. */
export interface ChangeEvent {
	/** The snapshot after the changes. */
	readonly id: string;
	/** The snapshot before them. */
	readonly beforeId: string;
	/** When the changes were detected, in ms since the epoch; they happened earlier. */
	readonly at: number;
	/** Version first, then experiments, then options. */
	readonly changes: readonly HistoryChange[];
	/** The effect of a version change on options that are set; missing if it isn't known. */
	readonly version?: VersionChange;
}

/** A deployment's history as surfaces show it. */
export interface ChangeLog {
	/** Changes of version, experiments, and options, newest first. */
	readonly events: readonly ChangeEvent[];
	/** Parts of the health check that failed or recovered, newest first. They have no configuration. */
	readonly health: readonly ChangeEvent[];
	/** When the oldest snapshot was taken, in ms since the epoch; missing if there is none. */
	readonly since?: number;
}
