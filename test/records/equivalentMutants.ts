/** A change to the code that changes nothing that anyone could notice. No test can find it. */
export interface EquivalentMutant {
	/** Relative to src/core. */
	readonly file: string;
	/** The source line where the mutant begins, without its indentation. */
	readonly line: string;
	/** What StrykerJS inserts, with single spaces. If missing, all mutants that begin in the line are equivalent. */
	readonly replacement?: string;
	readonly why: string;
}

/** Add a mutant that `npm run mutation` lists only after you have looked for a test that could find it. */
export const equivalentMutants: readonly EquivalentMutant[] = [];
