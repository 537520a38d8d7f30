import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { outDir } from "../paths.ts";

/** Without a last run, a file's size is the estimate. */
const bytesPerSecond = 10_000;

/** Sorts test files so that those that took longest last time are first: started last, they would run on alone. */
export function longestFirst(folder: string, files: readonly string[], tier: string): string[] {
	const last = readDurations(tier);
	const seconds = new Map(
		files.map((file) => [
			file,
			last[file] ?? statSync(path.join(folder, file)).size / bytesPerSecond,
		]),
	);
	return files.toSorted((a, b) => (seconds.get(b) ?? 0) - (seconds.get(a) ?? 0));
}

/** Stores how long files took, in seconds, for the next run. */
export function writeDurations(tier: string, durations: Readonly<Record<string, number>>): void {
	mkdirSync(path.dirname(durationsFile(tier)), { recursive: true });
	writeFileSync(durationsFile(tier), `${JSON.stringify(durations, undefined, "\t")}\n`);
}

function readDurations(tier: string): Readonly<Record<string, number>> {
	try {
		return JSON.parse(readFileSync(durationsFile(tier), "utf8")) as Record<string, number>;
	} catch {
		return {};
	}
}

function durationsFile(tier: string): string {
	return path.join(outDir, "durations", `${tier}.json`);
}
