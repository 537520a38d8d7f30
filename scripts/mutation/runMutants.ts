import path from "node:path";
import type { MutantResult } from "@stryker-mutator/api/core";
import { Stryker } from "@stryker-mutator/core";
import { repoRoot } from "../paths.ts";
import { folderVariable } from "./folderVariable.ts";

const plugin = (name: string): string => path.join(import.meta.dirname, name);

/**
 * Runs a folder's tests with each mutant in a folder of src/core, in a copy of the repository in `out/`.
 *
 * @param reuse uses earlier results of mutants whose file hasn't changed, and whose tests haven't either
 */
export function runMutants(folder: string, reuse: boolean): Promise<MutantResult[]> {
	// For StrykerJS's own processes, which load the plugins and work in the copy.
	process.env["NODE_OPTIONS"] = `--import ${import.meta.resolve("tsx")}`;
	process.env[folderVariable] = folder;
	process.env["CODER_DEPLOYMENT_SHARED"] ??= path.join(path.dirname(repoRoot), "shared");
	return new Stryker({
		mutate: [`src/core/${folder}/**/*.ts`],
		testRunner: "own tests",
		plugins: [plugin("ownTestRunner.ts"), plugin("ignoreSentences.ts")],
		ignorers: ["sentences"],
		coverageAnalysis: "perTest",
		// Constants of modules: each would require all modules to be loaded again.
		ignoreStatic: true,
		// The build needs them, and StrykerJS would link them after it.
		symlinkNodeModules: false,
		buildCommand: "node scripts/mutation/bundleTestFiles.ts",
		// Tests compare some source files with texts.
		disableTypeChecks: false,
		ignorePatterns: ["/out", "/dist", "/.cache", "*.vsix"],
		tempDirName: "out/mutation/work",
		concurrency: 1,
		// So long that a busy machine isn't mistaken for a mutant that doesn't end.
		timeoutMS: 25_000,
		// The first run is without mutants. It takes minutes if the machine is busy.
		dryRunTimeoutMinutes: 20,
		incremental: true,
		incrementalFile: `out/mutation/results/${folder}.json`,
		force: !reuse,
		reporters: ["progress-append-only"],
		allowConsoleColors: false,
	}).runMutationTest();
}
