/**
 * Runs the test files in a folder, or a single file, in this process: `tsx mochaTier.ts FOLDER TIER RESULT_FILE`.
 * TEST_GREP selects tests by part of their titles.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { existsSync } from "node:fs";
import { HumanError, runMain } from "../humanError.ts";
import { findTests } from "./findTests.ts";
import { writeResult } from "./result.ts";
import { runMocha, type Hooks } from "./runMocha.ts";

await runMain(async () => {
	const [, , folder, tier, resultFile] = process.argv;
	if (folder === undefined || tier === undefined || resultFile === undefined) {
		throw new HumanError("Usage: mochaTier.ts FOLDER TIER RESULT_FILE");
	}
	const file = folder.endsWith(".ts") ? path.resolve(folder) : undefined;
	const hooksFile = path.resolve(file === undefined ? folder : path.dirname(file), "hooks.ts");
	const hooks: Hooks = existsSync(hooksFile)
		? ((await import(pathToFileURL(hooksFile).href)) as Hooks)
		: {};
	const result = await runMocha({
		tier,
		files: file === undefined ? findTests(path.resolve(folder)) : [file],
		grep: process.env["TEST_GREP"],
		hooks,
	});
	writeResult(resultFile, result);
	return result.failed > 0 ? 1 : 0;
});
