/**
 * Runs each test file below a folder in a process of its own: `tsx fileByFile.ts FOLDER TIER RESULT_FILE`. A file in
 * which a test fails is run once more from its start; that is printed, and what failed first is in the result.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { HumanError, runMain } from "../humanError.ts";
import { onExit } from "../onExit.ts";
import { findTests } from "./findTests.ts";
import { readResult, writeResult, type TierResult } from "./result.ts";

await runMain(async () => {
	const [, , folder, tier, resultFile] = process.argv;
	if (folder === undefined || tier === undefined || resultFile === undefined) {
		throw new HumanError("Usage: fileByFile.ts FOLDER TIER RESULT_FILE");
	}
	let sum: TierResult = { tier, passed: 0, failed: 0, skipped: 0, failures: [], firstTries: [] };
	for (const file of findTests(path.resolve(folder))) {
		const first = await runFile(file, tier, resultFile);
		let last = first;
		if (first.failed > 0) {
			console.log(`\n  tried again: ${path.basename(file)}`);
			last = await runFile(file, tier, resultFile);
		}
		sum = {
			tier,
			passed: sum.passed + last.passed,
			failed: sum.failed + last.failed,
			skipped: sum.skipped + last.skipped,
			failures: [...sum.failures, ...last.failures],
			firstTries: [...(sum.firstTries ?? []), ...(last === first ? [] : first.failures)],
		};
	}
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
	if (!existsSync(fileResult)) {
		const title = `${path.basename(file)} ended with code ${String(code)} before it counted its tests`;
		return { tier, passed: 0, failed: 1, skipped: 0, failures: [{ title, message: "" }] };
	}
	const result = readResult(fileResult);
	rmSync(fileResult);
	return result;
}
