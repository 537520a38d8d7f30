/**
 * Runs the test files that `inParallel.ts` sends to it, one after the other, and returns their results. TEST_GREP
 * selects tests by part of their titles.
 */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { register } from "tsx/esm/api";
import "../../test/unit/hooks.ts";
import { runMocha, type Hooks } from "./runMocha.ts";
import type { TierResult } from "./result.ts";

/** A test file to run, with its absolute path. */
export interface Task {
	readonly tier: string;
	/** The file to import. */
	readonly file: string;
	/** The folder's `hooks.ts` to import. */
	readonly hooks?: string | undefined;
}

let translates = false;

process.on("message", (task: Task) => {
	void run(task).then((result) => process.send?.(result));
});
// The parent process has ended, so there is nothing left to do.
process.on("disconnect", () => process.exit(1));

async function run({ tier, file, hooks }: Task): Promise<TierResult> {
	if (path.extname(file) === ".ts" && !translates) {
		translates = true;
		register();
	}
	return runMocha({
		tier,
		files: [file],
		hooks: hooks === undefined ? {} : ((await import(pathToFileURL(hooks).href)) as Hooks),
		grep: process.env["TEST_GREP"],
		brief: true,
	});
}
