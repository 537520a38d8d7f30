/**
 * Runs the test files below a folder in as many processes as there are cores: `tsx inParallel.ts FOLDER TIER RESULT_FILE`.
 * What a process prints is shown when it ends, so that reports don't mix.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { HumanError, runMain } from "../humanError.ts";
import { onExit } from "../onExit.ts";
import { addResults, lostResult, readResult, writeResult, type TierResult } from "./result.ts";

await runMain(async () => {
	const [, , folder, tier, resultFile] = process.argv;
	if (folder === undefined || tier === undefined || resultFile === undefined) {
		throw new HumanError("Usage: inParallel.ts FOLDER TIER RESULT_FILE");
	}
	const count = availableParallelism();
	const results = await Promise.all(
		Array.from({ length: count }, (_, index) =>
			runShard([folder, tier, `${resultFile}-${index + 1}.json`, `${index + 1}/${count}`]),
		),
	);
	const sum = addResults(tier, results);
	writeResult(resultFile, sum);
	return sum.failed > 0 ? 1 : 0;
});

type ShardArguments = [folder: string, tier: string, resultFile: string, shard: string];

async function runShard(args: ShardArguments): Promise<TierResult> {
	const [, tier, resultFile, shard] = args;
	const script = path.join(import.meta.dirname, "mochaTier.ts");
	const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	const forget = onExit(() => child.kill());
	const [output, errors] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		child.exitCode === null ? once(child, "exit") : undefined,
	]);
	forget();
	process.stdout.write(output);
	process.stderr.write(errors);
	if (!existsSync(resultFile)) return lostResult(tier, `shard ${shard}`, child.exitCode);
	const result = readResult(resultFile);
	rmSync(resultFile);
	return result;
}
