import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface Failure {
	readonly title: string;
	readonly message: string;
}

/** What one tier of tests came to. */
export interface TierResult {
	readonly tier: string;
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	readonly failures: readonly Failure[];
	/** What failed at first in files that were run a second time. */
	readonly firstTries?: readonly Failure[];
}

export function writeResult(file: string, result: TierResult): void {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(result, undefined, "\t")}\n`);
}

export function readResult(file: string): TierResult {
	return JSON.parse(readFileSync(file, "utf8")) as TierResult;
}
