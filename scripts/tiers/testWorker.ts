/**
 * Runs the test files that `inParallel.ts` sends to it, one after the other, and returns their results. TEST_GREP
 * selects tests by part of their titles.
 */
import path from "node:path";
import { register } from "tsx/esm/api";
import "../../test/unit/hooks.ts";
import { runMocha } from "./runMocha.ts";
import type { TierResult } from "./result.ts";

/** A test file to run, with its absolute path. */
export interface Task {
	readonly tier: string;
	/** The file to import. */
	readonly file: string;
}

let translates = false;

process.on("message", ({ tier, file }: Task) => {
	void run(tier, file).then((result) => process.send?.(result));
});
// The parent process has ended, so there is nothing left to do.
process.on("disconnect", () => process.exit(1));

async function run(tier: string, file: string): Promise<TierResult> {
	if (path.extname(file) === ".ts" && !translates) {
		translates = true;
		register();
	}
	return runMocha({
		tier,
		files: [file],
		timeout: 10_000,
		grep: process.env["TEST_GREP"],
		brief: true,
	});
}
