import path from "node:path";
import { HumanError } from "../humanError.ts";
import { printProgress } from "../progress.ts";
import type { Figure } from "./figure.ts";
import { measures } from "./figures.ts";
import { packOurs, subjectOf } from "./subject.ts";

/** The options on the command line. */
export interface FigureSelection {
	/** A folder for this run only. */
	readonly folder: string;
	readonly small: boolean;
	/** The folder or VSIX of another extension. */
	readonly peer: string | undefined;
	/** The figures to measure; if empty, all of them. */
	readonly only: readonly string[];
}

/** Measures the requested figures with the extension as it is published. */
export async function runFigures({
	folder,
	small,
	peer,
	only,
}: FigureSelection): Promise<readonly Figure[]> {
	const unknown = only.find((name) => !Object.hasOwn(measures, name));
	if (unknown !== undefined) {
		throw new HumanError(
			`There is no figure "${unknown}". Use one of: ${Object.keys(measures).join(", ")}.`,
		);
	}
	printProgress("Preparing the extension");
	const bench = {
		ours: await packOurs(folder),
		peer: peer === undefined ? undefined : await subjectOf(peer, path.join(folder, "peer")),
		small,
		folder,
	};
	const figures: Figure[] = [];
	for (const [name, measure] of Object.entries(measures)) {
		if (only.length > 0 && !only.includes(name)) continue;
		printProgress(`Measuring ${name}`);
		figures.push(...(await measure(bench)));
	}
	return figures;
}
