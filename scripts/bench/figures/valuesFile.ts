import { execFileSync } from "node:child_process";
import path from "node:path";
import { buildSync } from "esbuild";
import * as z from "zod/mini";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure } from "../figure.ts";

const lines = 5_000;

const Times = z.object({ first: z.number(), again: z.number() });

/** What a new process does: reads a long file, and reads it again as after an edit. */
const script = `
	import { fileSettings } from "./src/core/files/fileSettings.ts";
	import { longValues } from "./test/support/longValues.ts";
	const text = longValues(${lines});
	const timeOf = (written) => {
		const before = performance.now();
		fileSettings(written, "yaml");
		return performance.now() - before;
	};
	const first = timeOf(text);
	for (let turn = 0; turn < 5; turn++) timeOf(text + " ".repeat(turn));
	console.log(JSON.stringify({ first, again: timeOf(text + "#") }));
`;

/** Measures how long a long Helm values file takes until its settings are known. */
export function valuesFile(bench: Bench): readonly Figure[] {
	const outfile = path.resolve("out/bench/valuesFile.cjs");
	buildSync({
		stdin: { contents: script, resolveDir: process.cwd() },
		bundle: true,
		platform: "node",
		format: "cjs",
		mainFields: ["module", "main"],
		minify: true,
		outfile,
	});
	const times = Array.from({ length: turns(bench, 11) }, () =>
		Times.parse(JSON.parse(execFileSync(process.execPath, [outfile], { encoding: "utf8" }))),
	);
	const how = "in a new Node process";
	return [
		figure(
			{
				name: `read Helm values of ${lines} lines`,
				how,
				unit: "ms",
				goal: { kind: "most", most: 100 },
			},
			{ ours: times.map(({ first }) => first) },
		),
		figure(
			{
				name: `read Helm values of ${lines} lines again`,
				how,
				unit: "ms",
				goal: { kind: "most", most: 50 },
			},
			{ ours: times.map(({ again }) => again) },
		),
	];
}
