import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import { signIn } from "../../../test/ui/session.ts";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure } from "../figure.ts";
import { openBenchWindow, reload, type BenchWindow } from "../host/benchWindow.ts";
import { emptyIds } from "../host/probe.ts";
import { timeToPainted } from "../host/painted.ts";
import { options } from "../options.ts";

/** Measures the extension host's heap after signing in and opening the panel, compared with an empty extension. */
export async function memory(bench: Bench): Promise<readonly Figure[]> {
	const sample = await startSampleDeployment();
	const ours = await openBenchWindow(bench, [bench.ours.folder]);
	const base = await openBenchWindow(bench, []);
	try {
		await signIn(ours.window, sample.url, sample.tokens.owner);
		const values = { ours: [] as number[], base: [] as number[] };
		// The short run compares it with its target, and a single turn may be far off.
		for (let turn = 0; turn < turns(bench, 4, 2); turn++) {
			values.ours.push(await heapWithPanel(ours));
			values.base.push(await heapOfEmpty(base));
		}
		return [
			figure(
				{
					name: `memory, signed in, ${options.usual} options, panel open`,
					how: "heap of the extension host after garbage collection, in a new host each time",
					unit: "bytes",
					goal: { kind: "more", most: 8_000_000 },
					against: "with an empty extension",
				},
				values,
			),
		];
	} finally {
		await ours.window.close();
		await base.window.close();
		await sample.close();
	}
}

async function heapWithPanel(open: BenchWindow): Promise<number> {
	await open.probe.run("workbench.action.closeAllEditors");
	await reload(open);
	await timeToPainted(open.window.page, ".row", () =>
		open.probe.run("coderDeployment.openConfiguration"),
	);
	return open.probe.heap();
}

async function heapOfEmpty(open: BenchWindow): Promise<number> {
	await reload(open);
	await open.probe.activate([emptyIds.empty]);
	return open.probe.heap();
}
