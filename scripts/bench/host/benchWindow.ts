import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import { openWorkbench } from "../../../test/ui/harness/openWorkbench.ts";
import type { Workbench } from "../../../test/ui/harness/workbench.ts";
import type { Bench } from "../bench.ts";
import { Probe } from "./probe.ts";

/** Draws as fast as possible, to measure the work and not the time until the next frame. */
const unthrottled = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** A window of VS Code with the benchmark's extensions. */
export interface BenchWindow {
	readonly window: Workbench;
	readonly probe: Probe;
}

/**
 * Opens a window.
 *
 * @param extensions the folders of the extensions to measure
 */
export async function openBenchWindow(
	bench: Bench,
	extensions: readonly string[],
	size = { width: 1500, height: 1000 },
): Promise<BenchWindow> {
	const probe = await Probe.make(await mkdtemp(path.join(bench.folder, "window-")));
	const [extensionPath = "", ...moreExtensions] = [...probe.extensions, ...extensions];
	const window = await openWorkbench({
		extensionPath,
		moreExtensions,
		env: probe.env,
		browserFlags: unthrottled,
		settings: { "workbench.editor.useModal": "off", "workbench.reduceMotion": "auto" },
		size,
	});
	await probe.ready();
	return { window, probe };
}

/** Reloads the window, which starts a new extension host. */
export async function reload({ window, probe }: BenchWindow): Promise<void> {
	await probe.forget();
	await window.load();
	await probe.ready();
}
