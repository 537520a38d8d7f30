import { execFileSync } from "node:child_process";
import path from "node:path";
import { buildSync } from "esbuild";
import * as z from "zod/mini";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure } from "../figure.ts";

const lines = 5_000;

/** How many keystrokes follow each other without a pause. */
const keystrokes = 30;

const Times = z.object({ first: z.number(), again: z.number(), readings: z.number() });

/**
 * What a new process does: reads a long file, reads it again as after an edit, and counts the readings while someone
 * types in it, for two features that show something.
 */
const script = `
	import { fileSettings } from "./src/core/files/fileSettings.ts";
	import { namesIn } from "./src/ui/files/documentNames.ts";
	import { editingPaused } from "./src/ui/files/editingPause.ts";
	import { longValues } from "./test/support/longValues.ts";
	const text = longValues(${lines});
	const timeOf = (written) => {
		const before = performance.now();
		fileSettings(written, "yaml");
		return performance.now() - before;
	};
	const first = timeOf(text);
	for (let turn = 0; turn < 5; turn++) timeOf(text + " ".repeat(turn));
	const again = timeOf(text + "#");
	let readings = 0;
	const document = {
		version: 1,
		languageId: "yaml",
		uri: { path: "/values.yaml" },
		getText: () => {
			readings++;
			return text;
		},
	};
	const show = async (token) => (await editingPaused(document, token)) && namesIn(document);
	const type = async () => {
		await show();
		readings = 0;
		const shown = [];
		let token = {};
		for (let key = 0; key < ${keystrokes}; key++) {
			token.isCancellationRequested = true;
			token = {};
			document.version++;
			shown.push(show(token), show(token));
		}
		await Promise.all(shown);
		console.log(JSON.stringify({ first, again, readings }));
	};
	void type();
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
				name: `reading Helm values of ${lines} lines`,
				how,
				unit: "ms",
				goal: { kind: "most", most: 100 },
			},
			{ ours: times.map(({ first }) => first) },
		),
		figure(
			{
				name: `reading Helm values of ${lines} lines again`,
				how,
				unit: "ms",
				goal: { kind: "most", most: 50 },
			},
			{ ours: times.map(({ again }) => again) },
		),
		figure(
			{
				name: `times that Helm values of ${lines} lines are read during ${keystrokes} keystrokes`,
				how,
				unit: "count",
				goal: { kind: "most", most: 1 },
			},
			{ ours: times.map(({ readings }) => readings) },
		),
	];
}
