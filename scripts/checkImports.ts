/**
 * Fails if files or folders import each other in a circle, or if activation would load what should be loaded later.
 */
import { circleProblems, fileGraph, folderGraph, frontProblems } from "./imports/problems.ts";
import { readImports } from "./imports/readImports.ts";
import { app, documents, entry } from "./imports/rules.ts";
import { repoRoot } from "./paths.ts";

const imports = readImports(repoRoot, "src");
const problems = [
	...circleProblems(fileGraph(imports)),
	...circleProblems(folderGraph(imports)),
	...frontProblems(imports, entry, app),
	...frontProblems(imports, entry, documents),
	...frontProblems(imports, documents, app),
];
for (const problem of problems) console.error(`${problem}\n`);
process.exitCode = problems.length > 0 ? 1 : 0;
