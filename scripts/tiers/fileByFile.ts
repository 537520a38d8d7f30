/**
 * Runs each test file in a folder in a separate process: `tsx fileByFile.ts FOLDER TIER RESULT_FILE`. A file with a
 * failed test is run again from the start. This is printed, and the first failures are included in the result.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { HumanError, runMain } from "../humanError.ts";
import { onExit } from "../onExit.ts";
import { findTests } from "./findTests.ts";
import { addResults, lostResult, readResult, writeResult, type TierResult } from "./result.ts";

await runMain(async () => {
	const [, , folder, tier, resultFile] = process.argv;
	if (folder === undefined || tier === undefined || resultFile === undefined) {
		throw new HumanError("Usage: fileByFile.ts FOLDER TIER RESULT_FILE");
	}
	const results: TierResult[] = [];
	for (const file of findTests(path.resolve(folder))) {
		const first = await runFile(file, tier, resultFile);
		if (first.failed === 0) {
			results.push(first);
			continue;
		}
		console.log(`\n  tried again: ${path.basename(file)}`);
		results.push({ ...(await runFile(file, tier, resultFile)), firstTries: first.failures });
	}
	const sum = addResults(tier, results);
	writeResult(resultFile, sum);
	return sum.failed > 0 ? 1 : 0;
});

async function runFile(file: string, tier: string, resultFile: string): Promise<TierResult> {
	const fileResult = resultFile.replace(/\.json$/, "-file.json");
	const script = path.join(import.meta.dirname, "mochaTier.ts");
	const child = spawn(process.execPath, ["--import", "tsx", script, file, tier, fileResult], {
		stdio: "inherit",
	});
	const forget = onExit(() => child.kill());
	const [code] = (await once(child, "exit")) as [number | null];
	forget();
	if (!existsSync(fileResult)) return lostResult(tier, path.basename(file), code);
	const result = readResult(fileResult);
	rmSync(fileResult);
	return result;
}
