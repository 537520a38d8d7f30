import type { Page } from "playwright-core";
import { startSampleDeployment } from "../../../test/sample-deployment/server.ts";
import { showOverview, signIn } from "../../../test/ui/session.ts";
import { turns, type Bench } from "../bench.ts";
import { figure, type Figure } from "../figure.ts";
import { openBenchWindow } from "../host/benchWindow.ts";

/** Counts the lines of the tree that are redrawn by a refresh without changes. */
export async function redrawing(bench: Bench): Promise<readonly Figure[]> {
	const now = Date.now();
	const sample = await startSampleDeployment({ clock: () => now });
	const { window, probe } = await openBenchWindow(bench, [bench.ours.folder]);
	try {
		await signIn(window, sample.url, sample.tokens.owner);
		const tree = await showOverview(window);
		// Not the session, because it shows the server's response time, which does change.
		for (const label of ["Build", "Statistics", "Experiments"]) await tree.expand(label);
		const drawn: number[] = [];
		// The first turn isn't counted, because requests from signing in may still be running.
		for (let turn = 0; turn <= turns(bench, 5); turn++) {
			sample.resetRequests();
			await window.page.evaluate(watchRows);
			await probe.run("coderDeployment.refresh");
			await window.page.waitForTimeout(500);
			if (sample.count("deploymentStats") !== 1) throw new Error("Nothing was refreshed.");
			const count = await rowsDrawn(window.page);
			if (turn > 0) drawn.push(count);
		}
		return [
			figure(
				{
					name: "tree refresh with nothing changed: lines drawn again",
					how: "lines whose elements changed, with three sections open",
					unit: "count",
					goal: { kind: "most", most: 0 },
				},
				{ ours: drawn },
			),
		];
	} finally {
		await window.close();
		await sample.close();
	}
}

interface Watching {
	benchRows?: Set<Element>;
}

/** Runs in the workbench's page: collects the lines of the tree that change. */
function watchRows(): void {
	const rows = new Set<Element>();
	(globalThis as Watching).benchRows = rows;
	const list = document.querySelector(".part.sidebar .pane .monaco-list-rows");
	if (!list) throw new Error("There is no tree.");
	new MutationObserver((records) => {
		for (const { target, addedNodes } of records) {
			for (const node of [target, ...addedNodes]) {
				const element = node instanceof Element ? node : node.parentElement;
				const row = element?.closest(".monaco-list-row");
				if (row) rows.add(row);
			}
		}
	}).observe(list, { subtree: true, childList: true, characterData: true });
}

function rowsDrawn(page: Page): Promise<number> {
	return page.evaluate(() => (globalThis as Watching).benchRows?.size ?? Number.NaN);
}
