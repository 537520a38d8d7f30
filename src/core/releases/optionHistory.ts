import type { Release } from "../coder/release.ts";

/** What a fact was from a release on, oldest first; the first is what it was when the option came. */
export type Track = readonly (readonly [from: Release, value: string])[];

/** An option through all releases that were read. Facts that an option does not have are empty texts. */
export interface OptionHistory {
	/** The variable; the flag or the name of an option without one. */
	readonly id: string;
	readonly since: Release;
	/** The last release with it, where it is gone. */
	readonly last?: Release;
	readonly tracks: Readonly<Record<Fact, Track>>;
}

/** What is known of an option in each release, in the order of the table's columns. */
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

/** An option as one release has it. */
export type OptionState = Readonly<Record<Fact, string>>;

/** What a fact is in a release. */
export function factAt(track: Track, release: Release): string {
	return track.findLast(([from]) => from <= release)?.[1] ?? "";
}

/** Whether a release has an option. */
export function existsIn({ since, last = Infinity }: OptionHistory, release: Release): boolean {
	return since <= release && release <= last;
}

/** The option as a release has it; nothing where it has none. */
export function stateIn(option: OptionHistory, release: Release): OptionState | undefined {
	if (!existsIn(option, release)) return undefined;
	return Object.fromEntries(
		facts.map((fact) => [fact, factAt(option.tracks[fact], release)]),
	) as Record<Fact, string>;
}

/** Since which release an option is deprecated; nothing where that is not known, or where it is not deprecated. */
export function deprecatedSince({ since, tracks }: OptionHistory): Release | undefined {
	const from = tracks.successors.find(([, value]) => value !== "")?.[0];
	// What was deprecated from the first release that was read on, may have been so before.
	return from === 0 && since === 0 ? undefined : from;
}

/** The ids that replace an option. */
export function successorsOf({ successors }: OptionState): string[] {
	return successors === "" ? [] : successors.split(",");
}
