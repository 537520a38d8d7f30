import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface Failure {
	readonly title: string;
	readonly message: string;
}

/** The result of a tier of tests. */
export interface TierResult {
	readonly tier: string;
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	readonly failures: readonly Failure[];
	/** The first failures in files that were run again. */
	readonly firstTries?: readonly Failure[];
}

export function writeResult(file: string, result: TierResult): void {
	mkdirSync(path.dirname(file), { recursive: true });
	writeFileSync(file, `${JSON.stringify(result, undefined, "\t")}\n`);
}

export function readResult(file: string): TierResult {
	return JSON.parse(readFileSync(file, "utf8")) as TierResult;
}

/** Returns the result of a process that ended before it reported the results of its tests. */
export function lostResult(tier: string, name: string, code: number | null): TierResult {
	const title = `${name} ended with code ${String(code)} before it counted its tests`;
	return { tier, passed: 0, failed: 1, skipped: 0, failures: [{ title, message: "" }] };
}

/** Combines several results. */
export function addResults(tier: string, results: readonly TierResult[]): TierResult {
	const sum = (count: (result: TierResult) => number): number =>
		results.reduce((total, result) => total + count(result), 0);
	return {
		tier,
		passed: sum(({ passed }) => passed),
		failed: sum(({ failed }) => failed),
		skipped: sum(({ skipped }) => skipped),
		failures: results.flatMap(({ failures }) => failures),
		firstTries: results.flatMap(({ firstTries = [] }) => firstTries),
	};
}
