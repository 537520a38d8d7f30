/**
 * Runs the test files that `inParallel.ts` sends it, one after the other, and sends back what each came to.
 * TEST_GREP chooses tests by a part of their title.
 */
import path from "node:path";
import { register } from "tsx/esm/api";
import "../../test/unit/hooks.ts";
import { runMocha } from "./runMocha.ts";
import type { TierResult } from "./result.ts";

/** A test file to run, absolute. */
export interface Task {
	readonly tier: string;
	/** What to import. */
	readonly file: string;
}

let translates = false;

process.on("message", ({ tier, file }: Task) => {
	void run(tier, file).then((result) => process.send?.(result));
});
// The one who sends is gone: so is the reason to go on.
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
