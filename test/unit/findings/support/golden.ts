import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const dir = path.resolve(import.meta.dirname, "../golden");

/** Compares a text with a file in `golden/`; `RESET_RESULTS=1` rewrites the file. */
export function assertGolden(name: string, text: string): void {
	const file = path.join(dir, name);
	if (process.env.RESET_RESULTS) writeFileSync(file, text);
	assert.equal(text, readFileSync(file, "utf8"));
}
