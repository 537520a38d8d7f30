/**
 * Runs the test files below a folder in this process: `tsx mochaTier.ts FOLDER TIER RESULT_FILE`.
 * TEST_GREP chooses tests by a part of their title.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { HumanError, runMain } from "../humanError.ts";
import { findTests } from "./findTests.ts";
import { writeResult } from "./result.ts";
import { runMocha } from "./runMocha.ts";

/** What a folder's `hooks.ts` may export. */
interface Hooks {
	/** Milliseconds that one test may take. */
	readonly timeout?: number;
	/** How often a test that failed is tried again; never unless a folder says so. */
	readonly retries?: number;
	readonly onFailure?: (title: string) => Promise<void>;
}

await runMain(async () => {
	const [, , folder, tier, resultFile] = process.argv;
	if (folder === undefined || tier === undefined || resultFile === undefined) {
		throw new HumanError("Usage: mochaTier.ts FOLDER TIER RESULT_FILE");
	}
	const hooksFile = path.resolve(folder, "hooks.ts");
	const hooks: Hooks = existsSync(hooksFile)
		? ((await import(pathToFileURL(hooksFile).href)) as Hooks)
		: {};
	const result = await runMocha({
		tier,
		files: findTests(path.resolve(folder)),
		timeout: hooks.timeout ?? 10_000,
		retries: hooks.retries ?? 0,
		grep: process.env["TEST_GREP"],
		...(hooks.onFailure ? { onFailure: hooks.onFailure } : {}),
	});
	writeResult(resultFile, result);
	return result.failed > 0 ? 1 : 0;
});
