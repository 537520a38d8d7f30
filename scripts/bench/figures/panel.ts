import type { Frame } from "playwright-core";
import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import { signIn } from "../../../test/ui/session.ts";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure } from "../figure.ts";
import { openBenchWindow, type BenchWindow } from "../host/benchWindow.ts";
import { timeToPainted } from "../host/painted.ts";
import { typeAndMeasure } from "../host/typing.ts";
import { interleave } from "../interleave.ts";
import { extraFor, options } from "../options.ts";

const marks = { empty: ".bench-empty", ours: ".row" } as const;

/** Measures how fast the configuration panel opens, and how fast it searches. */
export async function panel(bench: Bench): Promise<readonly Figure[]> {
	const figures: Figure[] = [];
	for (const [count, timesMost, keyMost] of [
		[options.usual, 1.3, 8],
		[options.many, 2, 30],
	] as const) {
		const sample = await startSampleDeployment({ extraOptions: extraFor(count) });
		// A new window each time. All samples have the same deployment ID, so the extension would ask whether one was
		// moved.
		const open = await openBenchWindow(bench, [bench.ours.folder]);
		try {
			await signIn(open.window, sample.url, sample.tokens.owner);
			figures.push(await opening(bench, open, count, timesMost));
			figures.push(...(await filtering(bench, open, count, keyMost)));
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
	count: number,
	most: number,
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
			goal: { kind: "times", most },
			against: "an empty webview panel",
		},
		values,
	);
}

async function filtering(
	bench: Bench,
	{ window, probe }: BenchWindow,
	count: number,
	most: number,
): Promise<readonly Figure[]> {
	await probe.run("workbench.action.closeAllEditors");
	await probe.run("coderDeployment.openConfiguration");
	const frame: Frame = await window.webview(".row");
	const { typed, cleared } = await typeAndMeasure(window.page, frame, turns(bench, 6));
	const line = (name: string, ours: readonly number[]): Figure =>
		figure(
			{
				name: `${name}, ${count} options, 95th percentile`,
				how: "from the key press until the result is painted, from Chromium's performance entries",
				unit: "ms",
				goal: { kind: "most", most },
				part: 0.95,
			},
			{ ours },
		);
	return [line("keystroke to painted filter", typed), line("clearing the filter", cleared)];
}
