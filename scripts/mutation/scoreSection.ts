import { readdirSync } from "node:fs";
import path from "node:path";
import { repoRoot } from "../paths.ts";
import type { Score } from "./score.ts";

/** The heading of the part of docs/reliability.md that `npm run mutation` determines, not `npm test`. */
const heading = "## Mutation score";

const introduction = `\`npm run mutation\` measures how many small changes to \`src/core\` (mutants) a feature's own unit and integration tests notice.
Tests of several processes or slow networks, and those that need hooks of Node's loader or take more than 1.5 s of
processor time, don't run with mutants. Sentences' wording and constants of modules aren't changed. *Equivalent* mutants,
which no test could notice, are listed in \`test/records/equivalentMutants.ts\` and are left out of the score.`;

/** Returns a report without its mutation scores. */
export function withoutScores(report: string): string {
	const at = report.indexOf(heading);
	return at < 0 ? report : report.slice(0, at);
}

/** Returns the section with a row for each folder: from `scores` or, for other folders, from the earlier report. */
export function scoreSection(scores: readonly Score[], earlier: string): string {
	const known = rowsOf(earlier);
	const core = path.join(repoRoot, "src", "core");
	const rows = readdirSync(core).map((folder) => {
		const score = scores.find((one) => one.folder === folder);
		return score ? rowOf(score) : (known.get(folder) ?? `| ${folder} | not run | | | | |`);
	});
	const table = [
		"| Folder | Score | Noticed | Missed | Equivalent | Measured |",
		"| --- | --- | --- | --- | --- | --- |",
	];
	return [heading, "", introduction, "", ...table, ...rows, ""].join("\n");
}

function rowsOf(report: string): ReadonlyMap<string, string> {
	const section = report.slice(withoutScores(report).length);
	const rows = section.split("\n").filter((line) => /^\| \w+ /.test(line));
	return new Map(rows.map((row) => [/\w+/.exec(row)?.[0] ?? "", row]));
}

function rowOf({ folder, date, mutants, noticed, equivalent }: Score): string {
	// A folder of constants has no mutants.
	const percent = mutants === 0 ? "–" : `${((100 * noticed) / mutants).toFixed(1)} %`;
	const cells = [folder, percent, noticed, mutants - noticed, equivalent, date];
	return `| ${cells.join(" | ")} |`;
}
