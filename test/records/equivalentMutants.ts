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
export const equivalentMutants: readonly EquivalentMutant[] = [
	{
		file: "license/license.ts",
		line: "const license = currentLicense(snapshot.licenses.value ?? [], now);",
		replacement: '["Stryker was here"]',
		why: "A text instead of a license has no dates, so it's like none.",
	},
	{
		file: "license/license.ts",
		line: "(termEndsAt !== undefined && termEndsAt <= now);",
		replacement: "true",
		why: "A comparison with undefined is false.",
	},
	{
		file: "license/license.ts",
		line: "const soon = termEndsAt !== undefined && termEndsAt - now < licenseEndsSoonMs;",
		replacement: "true",
		why: "A comparison with NaN is false.",
	},
	{
		file: "license/seats.ts",
		line: "return (entitlements?.features ?? [])",
		replacement: '["Stryker was here"]',
		why: "A text instead of a feature has no name and isn't counted.",
	},
];
