import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const dir = path.resolve(import.meta.dirname, "../golden");

/** Compares a text with its file in test/golden. `RESET_RESULTS=1` writes the file instead. */
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
		// Git may have converted the line endings.
		return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
	} catch {
		return "(there is none yet: run once with RESET_RESULTS=1)";
	}
}
