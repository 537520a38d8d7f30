import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { MutantResult } from "@stryker-mutator/api/core";
import { equivalentMutants, type EquivalentMutant } from "../../test/records/equivalentMutants.ts";
import { outDir, repoRoot } from "../paths.ts";

/** The result of a folder in src/core. */
export interface Score {
	readonly folder: string;
	/** The day of the run, such as `2026-11-28`. */
	readonly date: string;
	/** Without those that are equivalent, constants of modules, and the wording of sentences. */
	readonly mutants: number;
	/** A test failed, or the mutant didn't end. */
	readonly noticed: number;
	/** Mutants that behave like the code, from `test/records/equivalentMutants.ts`. */
	readonly equivalent: number;
}

const folderOfScores = path.join(outDir, "mutation");

const isNoticed = ({ status }: MutantResult): boolean =>
	status === "Killed" || status === "Timeout";
const isMissed = ({ status }: MutantResult): boolean =>
	status === "Survived" || status === "NoCoverage";

/** Counts a folder's mutants. */
export function readScore(folder: string, mutants: readonly MutantResult[]): Score {
	const noticed = mutants.filter(isNoticed).length;
	const missed = mutants.filter(isMissed);
	const equivalent = missed.filter((mutant) => equivalentOf(mutant) !== undefined).length;
	return {
		folder,
		date: new Date().toISOString().slice(0, 10),
		mutants: noticed + missed.length - equivalent,
		noticed,
		equivalent,
	};
}

/** Returns a line for each mutant that no test noticed, although it isn't equivalent. */
export function surviving(mutants: readonly MutantResult[]): readonly string[] {
	return mutants
		.filter((mutant) => isMissed(mutant) && equivalentOf(mutant) === undefined)
		.map((mutant) => {
			const { fileName, location, status, mutatorName, replacement } = mutant;
			const place = `${path.relative(repoRoot, fileName)}:${location.start.line}`;
			const reason = status === "NoCoverage" ? "no test runs it" : "every test passes";
			return [
				`${place} ${mutatorName}, ${reason}`,
				`    ${lineOf(mutant)}`,
				`    ${replacement.replace(/\s+/g, " ")}`,
			].join("\n");
		});
}

function equivalentOf(mutant: MutantResult): EquivalentMutant | undefined {
	const file = path.relative(repoRoot, mutant.fileName).replaceAll("\\", "/");
	const line = lineOf(mutant);
	return equivalentMutants.find(
		(known) =>
			`src/core/${known.file}` === file &&
			known.line === line &&
			(known.replacement === undefined ||
				known.replacement === mutant.replacement.replace(/\s+/g, " ")),
	);
}

function lineOf({ fileName, location }: MutantResult): string {
	const lines = readFileSync(fileName, "utf8").split("\n");
	return (lines[location.start.line - 1] ?? "").trim();
}

export function writeScore(score: Score): void {
	mkdirSync(folderOfScores, { recursive: true });
	const file = path.join(folderOfScores, `${score.folder.replaceAll(/[\\/]/g, "-")}.json`);
	writeFileSync(file, `${JSON.stringify(score, undefined, "\t")}\n`);
}

/** Returns the scores of all runs in this clone. */
export function readScores(): readonly Score[] {
	if (!existsSync(folderOfScores)) return [];
	return readdirSync(folderOfScores, { withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
		.map(({ name }) => JSON.parse(readFileSync(path.join(folderOfScores, name), "utf8")) as Score);
}
