/**
 * Fails if files or folders import each other in a cycle, or if activation would load code that should be loaded later.
 */
import { cycleProblems, fileGraph, folderGraph, frontProblems } from "./imports/problems.ts";
import { readImports } from "./imports/readImports.ts";
import { app, documents, entry } from "./imports/rules.ts";
import { repoRoot } from "./paths.ts";

const imports = readImports(repoRoot, "src");
const problems = [
	...cycleProblems(fileGraph(imports)),
	...cycleProblems(folderGraph(imports)),
	...frontProblems(imports, entry, app),
	...frontProblems(imports, entry, documents),
	...frontProblems(imports, documents, app),
];
for (const problem of problems) console.error(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
