import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";
import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import { signIn } from "../../../test/ui/session.ts";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure, type Values } from "../figure.ts";
import { openBenchWindow, reload, type BenchWindow } from "../host/benchWindow.ts";
import { emptyIds } from "../host/probe.ts";
import type { Subject } from "../subject.ts";

/** Measures the activation time that VS Code reports, compared with an extension that does nothing. */
export async function activation(bench: Bench): Promise<readonly Figure[]> {
	const { ours, peer } = bench;
	const sample = await startSampleDeployment();
	const idle = [
		await withoutEvents(ours, bench),
		...(peer ? [await withoutEvents(peer, bench)] : []),
	];
	// The list of running extensions only renders visible rows.
	const open = await openBenchWindow(bench, idle, { width: 1500, height: 2600 });
	try {
		const line = (state: string, values: Values): Figure =>
			figure(
				{
					name: `activation, ${state}`,
					how: "time to load and call the code, as shown in VS Code's Running Extensions, in a new window each time",
					unit: "ms",
					goal: { kind: "more", most: 5 },
					against: "an empty extension",
				},
				values,
			);
		const signedOut = await activations(bench, open);
		await reload(open);
		await signIn(open.window, sample.url, sample.tokens.owner);
		const signedIn = await activations(bench, open);
		return [line("signed out", signedOut), line("signed in", signedIn)];
	} finally {
		await open.window.close();
		await sample.close();
	}
}

async function activations(bench: Bench, open: BenchWindow): Promise<Values> {
	const { ours, peer } = bench;
	const values = { ours: [] as number[], base: [] as number[], peer: [] as number[] };
	for (let turn = 0; turn < turns(bench, 6); turn++) {
		const ids = [emptyIds.empty, ours.id, ...(peer ? [peer.id] : [])];
		await open.probe.run("workbench.action.closeAllEditors");
		await open.probe.run("workbench.view.explorer");
		await reload(open);
		await open.probe.activate([emptyIds.warm, ...(turn % 2 === 0 ? ids : ids.toReversed())]);
		await open.probe.run("workbench.action.showRuntimeExtensions");
		const { page } = open.window;
		values.base.push(await activationTime(page, ["empty", emptyIds.empty]));
		values.ours.push(await activationTime(page, ours.names));
		if (peer) values.peer.push(await activationTime(page, peer.names));
	}
	return values;
}

/**
 * Copies an extension so that VS Code activates it only on request. Otherwise, other work at startup would be included.
 */
async function withoutEvents({ folder, id }: Subject, bench: Bench): Promise<string> {
	const copy = path.join(bench.folder, "idle", id);
	await cp(folder, copy, { recursive: true });
	const file = path.join(copy, "package.json");
	const manifest = JSON.parse(await readFile(file, "utf8")) as object;
	const without = { ...manifest, activationEvents: ["onCommand:bench.none"] };
	await writeFile(file, JSON.stringify(without));
	return copy;
}

/** Returns the time in ms that VS Code shows next to the name of a running extension. */
async function activationTime(page: Page, names: readonly string[]): Promise<number> {
	const rows = page.locator(".runtime-extensions-editor .extension");
	const row = names
		.map((name) => rows.filter({ has: page.locator(".name").getByText(name, { exact: true }) }))
		.reduce((one, other) => one.or(other));
	const text = await row.first().locator(".activation-time").innerText();
	const time = /([\d.]+)ms/.exec(text)?.[1];
	if (time === undefined) throw new Error(`${names.join(", ")}: ${text}`);
	return Number(time);
}
