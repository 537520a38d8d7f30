/**
 * Copies the reports of a complete `npm test` from out/ to docs/: `npm run reports`. Tests themselves never change
 * files under version control.
 */
import { copyFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { HumanError, runMain } from "./humanError.ts";
import { outDir, repoRoot } from "./paths.ts";

await runMain(async () => {
	const report = path.join(outDir, "reliability.md");
	if (!existsSync(report)) {
		throw new HumanError("There is no report yet. Run npm test without naming tiers first.");
	}
	await copyFile(report, path.join(repoRoot, "docs", "reliability.md"));
	console.log("Wrote docs/reliability.md");
	return 0;
});
