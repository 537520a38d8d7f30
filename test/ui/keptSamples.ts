import { appendFile, readdir } from "node:fs/promises";
import path from "node:path";
import { sampleLine } from "../../src/core/statistics/sampleLine.ts";
import { samplesBetween } from "../unit/statistics/made.ts";
import { poll } from "./harness/poll.ts";
import type { Workbench } from "./harness/workbench.ts";

const hour = 3_600_000;

/**
 * Adds samples of the last weeks to those of the window's only deployment, as another window might have stored them,
 * with gaps of hours.
 *
 * @returns the file with the samples
 */
export async function keepSamples(window: Workbench): Promise<string> {
	const file = await poll("the first sample", 20_000, () => samplesFile(window));
	const now = Date.now();
	const kept = [
		...samplesBetween(now - 20 * 24 * hour, now - 48 * hour, 300_000, now),
		...samplesBetween(now - 48 * hour, now - 13 * hour, 30_000, now),
		...samplesBetween(now - 5.5 * hour, now - 2 * hour, 30_000, now),
		...samplesBetween(now - 1.4 * hour, now - 60_000, 30_000, now),
	];
	await appendFile(file, kept.map(sampleLine).join(""));
	return file;
}

async function samplesFile({ server }: Workbench): Promise<string | undefined> {
	const entries = await readdir(server.dataDir, { recursive: true, withFileTypes: true });
	const found = entries.find(
		({ name, parentPath }) => name.endsWith(".log") && path.basename(parentPath) === "samples",
	);
	return found && path.join(found.parentPath, found.name);
}
