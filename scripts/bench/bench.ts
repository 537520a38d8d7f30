import type { Subject } from "./subject.ts";

/** What a run of the benchmark works with. */
export interface Bench {
	/** The extension as it is shipped. */
	readonly ours: Subject;
	/** Another extension to put beside it. */
	readonly peer: Subject | undefined;
	/** True for a run that only shows that all of it works: few turns, nothing to learn from times. */
	readonly small: boolean;
	/** A folder for this run alone. */
	readonly folder: string;
}

/** How many turns to take. */
export function turns({ small }: Bench, usual: number): number {
	return small ? 2 : usual;
}
