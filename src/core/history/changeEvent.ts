import type { VersionChange } from "./versionChange.ts";

/** One thing that changed, in words. */
export interface HistoryChange {
	readonly kind: "version" | "experiment" | "option" | "health";
	/** An option's id, an experiment's name, a part of the health check. */
	readonly id: string;
	/** What changed. */
	readonly name: string;
	/** From what to what, on one line. */
	readonly text: string;
	/** An option that nobody set on either side: another version of the server has others, or other defaults. */
	readonly unset?: true;
}

/** What was found to be changed at one moment. Plain data for surfaces. */
export interface ChangeEvent {
	/** The snapshot that the changes led to. */
	readonly id: string;
	/** The snapshot before it. */
	readonly beforeId: string;
	/** When it was seen, in ms since the epoch; it happened some time before. */
	readonly at: number;
	/** Version first, then experiments, then options. */
	readonly changes: readonly HistoryChange[];
	/** What a change of the version did to options that are set; missing where that is not known. */
	readonly version?: VersionChange;
}

/** A deployment's history as surfaces show it. */
export interface ChangeLog {
	/** Changes of version, experiments, and options, newest first. */
	readonly events: readonly ChangeEvent[];
	/** Parts of the health check that broke or came back, newest first. No configuration belongs to them. */
	readonly health: readonly ChangeEvent[];
	/** When the oldest snapshot was taken, in ms since the epoch; missing while there is none. */
	readonly since?: number;
}
