import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const dir = path.resolve(import.meta.dirname, "../golden");

/** Compares a text with the one that is kept in test/golden. `RESET_RESULTS=1` keeps the new one instead. */
export function assertGolden(name: string, text: string): void {
	const file = path.join(dir, `${name}.txt`);
	if (process.env.RESET_RESULTS === "1") {
		mkdirSync(dir, { recursive: true });
		writeFileSync(file, text);
		return;
	}
	assert.equal(text, readGolden(file), `differs from test/golden/${name}.txt`);
}

function readGolden(file: string): string {
	try {
		// Git may have given the lines the system's own ends.
		return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
	} catch {
		return "(there is none yet: run once with RESET_RESULTS=1)";
	}
}
