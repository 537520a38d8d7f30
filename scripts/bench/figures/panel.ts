import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import { signIn } from "../../../test/ui/session.ts";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure, type Values } from "../figure.ts";
import { openBenchWindow, type BenchWindow } from "../host/benchWindow.ts";
import { timeToPainted } from "../host/painted.ts";
import { typeAndMeasure, type Keystrokes } from "../host/typing.ts";
import { interleave } from "../interleave.ts";
import { extraFor, options } from "../options.ts";

const marks = { empty: ".bench-empty", echo: ".bench-echo", ours: ".row" } as const;

/** A number of options, and its targets. */
interface Case {
	readonly count: number;
	/** The time to open the panel, relative to an empty one. */
	readonly times: number;
	/** The time of a key, in ms: the median, and the 95th percentile. */
	readonly key: readonly [number, number];
}

const cases: readonly Case[] = [
	{ count: options.usual, times: 1.35, key: [8, 16] },
	{ count: options.many, times: 1.6, key: [12, 30] },
];

/** Measures how fast the configuration panel opens, and how fast it searches. */
export async function panel(bench: Bench): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const one of cases) {
		const sample = await startSampleDeployment({ extraOptions: extraFor(one.count) });
		// A new window each time. All samples have the same deployment ID, so the extension would ask whether one was
		// moved.
		const open = await openBenchWindow(bench, [bench.ours.folder]);
		try {
			await signIn(open.window, sample.url, sample.tokens.owner);
			figures.push(await opening(bench, open, one));
			figures.push(...(await filtering(bench, open, one)));
		} finally {
			await open.window.close();
			await sample.close();
		}
	}
	return figures;
}

async function opening(
	bench: Bench,
	{ window, probe }: BenchWindow,
	{ count, times }: Case,
): Promise<Figure> {
	const timed = (mark: string, command: () => Promise<number>) => async (): Promise<number> => {
		await probe.run("workbench.action.closeAllEditors");
		return timeToPainted(window.page, mark, command);
	};
	const values = await interleave(
		{
			base: timed(marks.empty, () => probe.openEmpty()),
			ours: timed(marks.ours, () => probe.run("coderDeployment.openConfiguration")),
		},
		turns(bench, 10),
	);
	return figure(
		{
			name: `configuration panel, ${count} options`,
			how: "from the command until the panel is painted",
			unit: "ms",
			goal: { kind: "times", most: times },
			against: "an empty webview panel",
		},
		values,
	);
}

async function filtering(
	bench: Bench,
	{ window, probe }: BenchWindow,
	{ count, key }: Case,
): Promise<readonly Figure[]> {
	const type = async (mark: string, openPanel: () => Promise<unknown>): Promise<Keystrokes> => {
		await probe.run("workbench.action.closeAllEditors");
		await openPanel();
		return typeAndMeasure(window.page, await window.webview(mark), turns(bench, 6));
	};
	const base = await type(marks.echo, () => probe.openEcho());
	const ours = await type(marks.ours, () => probe.run("coderDeployment.openConfiguration"));
	const line = (name: string, values: Values, part: number, most: number): Figure =>
		figure(
			{
				name: `${name}, ${count} options${part === 0.5 ? "" : ", 95th percentile"}`,
				how: "from the key press until the result is painted, from Chromium's performance entries",
				unit: "ms",
				goal: { kind: "most", most },
				against: "an input that only echoes",
				part,
			},
			values,
		);
	return [
		["keystroke to painted filter", { ours: ours.typed, base: base.typed }] as const,
		["clearing the filter", { ours: ours.cleared, base: base.cleared }] as const,
	].flatMap(([name, values]) => [
		line(name, values, 0.5, key[0]),
		line(name, values, 0.95, key[1]),
	]);
}
