import type { Release } from "../coder/release.ts";

/**
 * The values of a fact by the release that introduced them, oldest first. The first is the value when the option was
 * added.
 */
export type Track = readonly (readonly [from: Release, value: string])[];

/** An option through all recorded releases. Facts that an option doesn't have are empty. */
export interface OptionHistory {
	/** The variable; if there is none, the flag or the name. */
	readonly id: string;
	readonly since: Release;
	/** The last release with the option, if it was removed. */
	readonly last?: Release;
	readonly tracks: Readonly<Record<Fact, Track>>;
}

/** The recorded facts of an option, in the order of the table's columns. */
export const facts = [
	"name",
	"group",
	"flag",
	"env",
	"yaml",
	"type",
	"default",
	"secret",
	"enterprise",
	"hidden",
	"successors",
] as const;
export type Fact = (typeof facts)[number];

/** An option as of one release. */
export type OptionState = Readonly<Record<Fact, string>>;

/** Returns a fact as of a release. */
export function factAt(track: Track, release: Release): string {
	return track.findLast(([from]) => from <= release)?.[1] ?? "";
}

/** Returns whether a release has an option. */
export function existsIn({ since, last = Infinity }: OptionHistory, release: Release): boolean {
	return since <= release && release <= last;
}

/** Returns the option as of a release, or `undefined` if the release doesn't have it. */
export function stateIn(option: OptionHistory, release: Release): OptionState | undefined {
	if (!existsIn(option, release)) return undefined;
	return Object.fromEntries(
		facts.map((fact) => [fact, factAt(option.tracks[fact], release)]),
	) as Record<Fact, string>;
}

/** Returns the release that deprecated an option, or `undefined` if it isn't deprecated or that isn't known. */
export function deprecatedSince({ since, tracks }: OptionHistory): Release | undefined {
	const from = tracks.successors.find(([, value]) => value !== "")?.[0];
	// If it was deprecated in the first recorded release, it may have been deprecated earlier.
	return from === 0 && since === 0 ? undefined : from;
}

/** Returns the IDs that replace an option. */
export function successorsOf({ successors }: OptionState): string[] {
	return successors === "" ? [] : successors.split(",");
}
