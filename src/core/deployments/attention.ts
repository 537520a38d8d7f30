import type { Deployment } from "./deployment.ts";

/** Something at a deployment that somebody has to see to. */
export interface Need {
	/** The section of the overview that says more. */
	readonly section: "findings" | "health" | "license" | "session" | "update";
	/** How many things they are. */
	readonly count: number;
	/** What it is, as a part of a sentence. */
	readonly words: string;
	readonly severe: boolean;
}

/** What a feature wants people to know of a deployment without looking for it. */
export interface Attention {
	/** What the badge counts and “At a Glance” lists. */
	readonly need?: Need | undefined;
	/** Lines for the status bar's hover, as plain text. */
	readonly facts?: readonly string[];
}

/** A feature's look at a deployment. `now` is in ms since the epoch. */
export type AttentionSource = (deployment: Deployment, now: number) => Attention;

/** What needs attention at a deployment, and is neither muted nor dismissed, in the order of the sources. */
export function needsOf(
	deployment: Deployment,
	sources: readonly AttentionSource[],
	now: number,
): readonly Need[] {
	return sources.flatMap((source) => source(deployment, now).need ?? []);
}

/** A single thing that needs somebody. */
export function oneNeed(section: Need["section"], words: string): Need {
	return { section, count: 1, words, severe: false };
}
