/**
 * Copies reports from out/ to docs/reliability.md: `npm run reports`. Faults and load are from a complete `npm test`;
 * the mutation scores are from `npm run mutation`. What has no new report stays as it is. Tests themselves never change
 * files under version control.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format } from "prettier";
import { HumanError, runMain } from "./humanError.ts";
import { readScores } from "./mutation/score.ts";
import { scoreSection, withoutScores } from "./mutation/scoreSection.ts";
import { outDir, repoRoot } from "./paths.ts";

await runMain(async () => {
	const ofTests = path.join(outDir, "reliability.md");
	const target = path.join(repoRoot, "docs", "reliability.md");
	const scores = readScores();
	if (!existsSync(ofTests) && scores.length === 0) {
		throw new HumanError(
			"There is no report yet. Run npm test without naming tiers, or npm run mutation.",
		);
	}
	const earlier = readFileSync(target, "utf8");
	const tests = existsSync(ofTests) ? readFileSync(ofTests, "utf8") : withoutScores(earlier);
	const text = `${tests.trimEnd()}\n\n${scoreSection(scores, earlier)}`;
	writeFileSync(target, await format(text, { parser: "markdown" }));
	console.log("Wrote docs/reliability.md");
	return 0;
});
