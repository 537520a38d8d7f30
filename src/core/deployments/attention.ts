import type { Deployment } from "./deployment.ts";

/** Something about a deployment that requires attention. */
export interface Need {
	/** The section of the overview with the details. */
	readonly section: "findings" | "health" | "license" | "session" | "update";
	/** The number of things. */
	readonly count: number;
	/** What it is; part of a sentence. */
	readonly words: string;
	/** What it is on a row of a narrow view, which also shows {@link detail}; {@link words} if missing. */
	readonly short?: string;
	/** What it is in detail, most important first; plain text. */
	readonly detail?: string;
	readonly severe: boolean;
}

/** The information about a deployment that a feature shows without being opened. */
export interface Attention {
	/** Counted by the badge and listed in “At a Glance”. */
	readonly need?: Need | undefined;
	/** Lines for the status bar's hover, as plain text. */
	readonly facts?: readonly string[];
}

/** Returns what a feature has to say about a deployment. `now` is in ms since the epoch. */
export type AttentionSource = (deployment: Deployment, now: number) => Attention;

/** Returns what requires attention at a deployment and is neither muted nor dismissed, in the order of the sources. */
export function needsOf(
	deployment: Deployment,
	sources: readonly AttentionSource[],
	now: number,
): readonly Need[] {
	return sources.flatMap((source) => source(deployment, now).need ?? []);
}

/** Returns a need with a count of one. */
export function oneNeed(section: Need["section"], words: string): Need {
	return { section, count: 1, words, severe: false };
}
