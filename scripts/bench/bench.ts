import type { Subject } from "./subject.ts";

/** The parameters of a benchmark run. */
export interface Bench {
	/** The extension as it is published. */
	readonly ours: Subject;
	/** Another extension to compare with. */
	readonly peer: Subject | undefined;
	/** Whether the run only checks that everything works: it takes few turns, and its times are meaningless. */
	readonly small: boolean;
	/** A folder for this run only. */
	readonly folder: string;
}

/**
 * Returns the number of turns to take.
 *
 * @param fewest the number in the short run
 */
export function turns({ small }: Bench, usual: number, fewest = 1): number {
	return small ? fewest : usual;
}
