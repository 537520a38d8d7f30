/**
 * A program that stores samples until it's killed, and compacts the log repeatedly. Arguments: folder, key, time of its
 * first sample, interval of its samples (ms), age of an abandoned lock (ms), and number of samples to store.
 */
import { writeSync } from "node:fs";
import { Samples } from "../../../src/core/statistics/samples.ts";

const [root = "", key = "", from, step, abandonedMs, count = "Infinity"] = process.argv.slice(2);
let now = Number(from);
const samples = new Samples(
	root,
	(problem) => {
		writeSync(2, `${problem}\n`);
	},
	() => now,
	{ bytes: 5000, abandonedMs: Number(abandonedMs) },
);
for (let index = 0; index < Number(count); index++, now += Number(step)) {
	const sample = { at: now, id: now, intervalMs: 30_000, values: { p50: index } };
	await samples.record(key, sample, true);
	// Everything that was reported as stored must exist, however this ends.
	writeSync(1, `${now}\n`);
}
