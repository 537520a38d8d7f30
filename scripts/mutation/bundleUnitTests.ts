/**
 * Bundles the unit tests in a mutation run's copy of the repository: `tsx bundleUnitTests.ts`. The bundles contain all
 * mutants, so they're built only once.
 */
import path from "node:path";
import { repoRoot } from "../paths.ts";
import { bundleTests } from "../tiers/bundleTests.ts";

const folder = path.join(repoRoot, "test", "unit");
await bundleTests(folder, path.join(folder, "hooks.ts"));
