/**
 * Runs the test files in a folder in parallel: `tsx inParallel.ts FOLDER TIER RESULT_FILE PROCESSES`. A process that
 * finishes a file takes the next one. A message from the program that started this one starts another process. Prints a
 * line for each file with its number of tests and its duration, after its failures.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { HumanError, runMain } from "../humanError.ts";
import { onExit } from "../onExit.ts";
import { bundleTests, type BundledTests } from "./bundleTests.ts";
import { longestFirst, writeDurations } from "./durations.ts";
import { addResults, lostResult, writeResult, type TierResult } from "./result.ts";
import type { Task } from "./testWorker.ts";

await runMain(async () => {
	const [, , folder, tier, resultFile, processes] = process.argv;
	if (folder === undefined || tier === undefined || resultFile === undefined || !processes) {
		throw new HumanError("Usage: inParallel.ts FOLDER TIER RESULT_FILE PROCESSES");
	}
	const worker = path.join(import.meta.dirname, "testWorker.ts");
	const tests = await bundleTests(path.resolve(folder), worker, tier);
	const left = longestFirst(folder, tests.files, tier);
	const queue: Queue = { tier, tests, left, failed: [], seconds: {} };
	const running = Array.from({ length: Number(processes) }, () => takeTurns(queue));
	process.on("message", () => running.push(takeTurns(queue)));
	const results: TierResult[] = [];
	// Including those that start meanwhile.
	for (const one of running) results.push(...(await one));
	const sum = addResults(tier, [...results, ...(await tryAgain(queue))]);
	writeResult(resultFile, sum);
	if (process.env["TEST_GREP"] === undefined) writeDurations(tier, queue.seconds);
	return sum.failed > 0 ? 1 : 0;
});

/** What the processes share. */
interface Queue {
	readonly tier: string;
	readonly tests: BundledTests;
	/** The files that no process has taken yet. */
	readonly left: string[];
	/** The files with a failed test, and their results. */
	readonly failed: { readonly file: string; readonly result: TierResult }[];
	/** The durations of the files that have run. */
	readonly seconds: Record<string, number>;
}

/**
 * Runs files in a process until none are left, and returns the results of those without a failed test. If the process
 * ends during a file, another one replaces it.
 */
async function takeTurns({
	tier,
	tests,
	left,
	failed,
	seconds,
}: Queue): Promise<readonly TierResult[]> {
	const results: TierResult[] = [];
	let worker: ChildProcess | undefined;
	for (let file = left.shift(); file !== undefined; file = left.shift()) {
		const began = performance.now();
		const task = { tier, file: tests.runnable(file), hooks: tests.hooks };
		let result: TierResult;
		if (tests.needsOwnProcess(file)) {
			result = await runAlone(tests, task);
		} else {
			worker ??= start(tests.program);
			result = await runIn(worker, task);
			if (hasEnded(worker)) worker = undefined;
		}
		seconds[file] = print(file, result, began);
		if (result.failed > 0) failed.push({ file, result });
		else results.push(result);
	}
	if (worker) await stop(worker);
	return results;
}

/** Runs files with a failed test again, one after the other, while nothing else runs. */
async function tryAgain({ tier, tests, failed }: Queue): Promise<readonly TierResult[]> {
	const results: TierResult[] = [];
	for (const { file, result: first } of failed) {
		console.log(`  tried again: ${file}`);
		const began = performance.now();
		const task = { tier, file: tests.runnable(file), hooks: tests.hooks };
		const result = { ...(await runAlone(tests, task)), firstTries: first.failures };
		print(file, result, began);
		results.push(result);
	}
	return results;
}

/**
 * Prints the line of a file, and returns its duration in seconds.
 *
 * @param began in ms, by `performance.now`
 */
function print(file: string, result: TierResult, began: number): number {
	const seconds = (performance.now() - began) / 1000;
	const mark = result.failed > 0 ? "✘" : "✔";
	console.log(`${mark} ${file}  ${String(result.passed)} tests, ${seconds.toFixed(1)} s`);
	return seconds;
}

/** Runs a file in a process in which nothing else runs. */
async function runAlone(tests: BundledTests, task: Task): Promise<TierResult> {
	const worker = start(tests.program);
	const result = await runIn(worker, task);
	if (!hasEnded(worker)) await stop(worker);
	return result;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}

async function stop(worker: ChildProcess): Promise<void> {
	const end = once(worker, "exit");
	worker.disconnect();
	await end;
}

function start(program: string): ChildProcess {
	// With more space for new objects, they're collected less often, which saves a tenth of the processor time.
	const execArgv = ["--enable-source-maps", "--max-semi-space-size=64"];
	const child = fork(program, { execArgv });
	onExit(() => child.kill());
	return child;
}

/** Returns the result of a file; a failure if the process ended during it. */
async function runIn(worker: ChildProcess, task: Task): Promise<TierResult> {
	const ended = new AbortController();
	const reply = once(worker, "message", ended) as Promise<[TierResult]>;
	const end = once(worker, "exit", ended);
	worker.send(task);
	const first = await Promise.race([reply, end.then(() => undefined)]);
	ended.abort();
	await Promise.allSettled([reply, end]);
	return first?.[0] ?? lostResult(task.tier, path.basename(task.file), worker.exitCode);
}
