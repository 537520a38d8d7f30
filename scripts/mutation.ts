/**
 * Measures how many small changes to the code (mutants) a feature's unit and integration tests notice:
 * `npm run mutation`. Names of folders in src/core run only these, such as `npm run mutation -- license upgrade`.
 * `--reuse` runs only mutants whose code or tests have changed since the last run. Prints the mutants that no test
 * noticed, and writes a score for each folder to `out/mutation/`; `npm run reports` copies the scores to
 * docs/reliability.md.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { HumanError, runMain } from "./humanError.ts";
import { runMutants } from "./mutation/runMutants.ts";
import { readScore, surviving, writeScore } from "./mutation/score.ts";
import { repoRoot } from "./paths.ts";

const core = path.join(repoRoot, "src", "core");

await runMain(async () => {
	const { positionals, values } = parseArgs({
		allowPositionals: true,
		options: { reuse: { type: "boolean", default: false } },
	});
	const unknown = positionals.find((folder) => !existsSync(path.join(core, folder)));
	if (unknown !== undefined) throw new HumanError(`There is no folder src/core/${unknown}.`);
	// One folder at a time, because the whole run takes hours and may be stopped.
	for (const folder of positionals.length > 0 ? positionals : readdirSync(core)) {
		const mutants = await runMutants(folder, values.reuse);
		for (const line of surviving(mutants)) console.log(line);
		const score = readScore(folder, mutants);
		writeScore(score);
		console.log(`${folder}: ${score.noticed} of ${score.mutants} noticed`);
	}
	return 0;
});
