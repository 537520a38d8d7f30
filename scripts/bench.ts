/**
 * Measures the extension's cost: `npm run bench`. Names of figures, such as `bytes` or `panel`, select what to measure;
 * `--peer DIR_OR_VSIX` adds another extension for comparison; `--smoke` only takes a few turns to check that everything
 * works. `test/bench` does that, and checks bytes and counts.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { plainTable } from "./bench/report.ts";
import { writePerformance } from "./bench/performance.ts";
import { runFigures } from "./bench/runFigures.ts";
import { outDir } from "./paths.ts";
import { runMain } from "./humanError.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { peer: { type: "string" }, smoke: { type: "boolean", default: false } },
});

await runMain(async () => {
	const folder = await mkdtemp(path.join(tmpdir(), "coder-bench-"));
	try {
		const figures = await runFigures({
			folder,
			small: values.smoke,
			peer: values.peer,
			only: positionals,
		});
		mkdirSync(outDir, { recursive: true });
		writeFileSync(path.join(outDir, "bench.json"), `${JSON.stringify(figures, undefined, "\t")}\n`);
		console.log(`\n${plainTable(figures)}\n`);
		const whole = !values.smoke && positionals.length === 0;
		if (whole && values.peer === undefined) await writePerformance(figures);
		return 0;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
});
