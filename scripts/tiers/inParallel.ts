/**
 * Runs the test files in a folder in parallel: `tsx inParallel.ts FOLDER TIER RESULT_FILE`. Uses one process more than
 * there are cores; a process that finishes a file takes the next one. Prints a line for each file with its number of
 * tests and its duration, after its failures.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import path from "node:path";
import { HumanError, runMain } from "../humanError.ts";
import { onExit } from "../onExit.ts";
import { bundleTests, type BundledTests } from "./bundleTests.ts";
import { addResults, lostResult, writeResult, type TierResult } from "./result.ts";
import type { Task } from "./testWorker.ts";

await runMain(async () => {
	const [, , folder, tier, resultFile] = process.argv;
	if (folder === undefined || tier === undefined || resultFile === undefined) {
		throw new HumanError("Usage: inParallel.ts FOLDER TIER RESULT_FILE");
	}
	const worker = path.join(import.meta.dirname, "testWorker.ts");
	const tests = await bundleTests(path.resolve(folder), worker);
	const left = [...tests.files];
	const results = await Promise.all(
		// One more than the number of cores, because some tests mostly wait.
		Array.from({ length: availableParallelism() + 1 }, () => takeTurns(tests, left, tier)),
	);
	const sum = addResults(tier, results.flat());
	writeResult(resultFile, sum);
	return sum.failed > 0 ? 1 : 0;
});

/** Runs files in a process until none are left. If the process ends during a file, another one replaces it. */
async function takeTurns(
	tests: BundledTests,
	left: string[],
	tier: string,
): Promise<readonly TierResult[]> {
	const results: TierResult[] = [];
	let worker: ChildProcess | undefined;
	for (let file = left.shift(); file !== undefined; file = left.shift()) {
		worker ??= start(tests.program);
		const began = performance.now();
		const result = await ask(worker, { tier, file: tests.runnable(file) });
		if (result === undefined) {
			results.push(lostResult(tier, file, worker.exitCode));
			worker = undefined;
			continue;
		}
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		const mark = result.failed > 0 ? "✘" : "✔";
		console.log(`${mark} ${file}  ${String(result.passed)} tests, ${seconds} s`);
		results.push(result);
	}
	if (worker) {
		const end = once(worker, "exit");
		worker.disconnect();
		await end;
	}
	return results;
}

function start(program: string): ChildProcess {
	const child = fork(program, { execArgv: ["--enable-source-maps"] });
	onExit(() => child.kill());
	return child;
}

/** Returns the result of a file; undefined if the process ended during it. */
async function ask(worker: ChildProcess, task: Task): Promise<TierResult | undefined> {
	const ended = new AbortController();
	const reply = once(worker, "message", ended) as Promise<[TierResult]>;
	const end = once(worker, "exit", ended);
	worker.send(task);
	const first = await Promise.race([reply, end.then(() => undefined)]);
	ended.abort();
	await Promise.allSettled([reply, end]);
	return first?.[0];
}
