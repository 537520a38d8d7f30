/**
 * A program that keeps samples until it is killed, and has the log compacted again and again. Arguments: folder, key,
 * the time of its first sample, the distance of its samples (ms), how old a lock is that was left (ms), and how many
 * samples to keep.
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
	// What was said to be kept is to be found, however this ends.
	writeSync(1, `${now}\n`);
}
