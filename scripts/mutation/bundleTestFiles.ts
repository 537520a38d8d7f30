/**
 * Bundles the unit and integration tests in a mutation run's copy of the repository: `tsx bundleTestFiles.ts`. The
 * bundles contain all mutants, so they're built only once.
 */
import { symlinkSync } from "node:fs";
import path from "node:path";
import { repoRoot } from "../paths.ts";
import { bundleTests } from "../tiers/bundleTests.ts";

// The build replaces some modules by their path. The copy is four levels below the repository: out/mutation/work/….
symlinkSync(
	path.resolve(repoRoot, "../../../..", "node_modules"),
	path.join(repoRoot, "node_modules"),
	"junction",
);

const tests = path.join(repoRoot, "test");
for (const tier of ["unit", "integration"]) {
	await bundleTests(path.join(tests, tier), path.join(tests, "unit", "hooks.ts"), tier);
}
