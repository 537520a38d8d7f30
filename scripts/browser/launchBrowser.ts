import { chromium, type Browser, type BrowserContext, type LaunchOptions } from "playwright-core";
import type { Progress } from "../progress.ts";
import { provideBrowser } from "./provideBrowser.ts";

const flags = [
	"--disable-gpu",
	"--disable-quic",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
	// Nothing outside this machine, so that a run is the same with and without a network.
	"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/** Chromium refuses its sandbox to root, so root runs without it. */
function launchOptions(progress: Progress, more: readonly string[] = []): LaunchOptions {
	return {
		executablePath: provideBrowser(progress),
		chromiumSandbox: process.getuid?.() !== 0,
		args: [...flags, ...more],
	};
}

/** Starts a browser with a fresh profile, removed when it closes. */
export async function launchBrowser(progress: Progress): Promise<Browser> {
	return chromium.launch(launchOptions(progress));
}

/** Starts a browser whose profile lives in `folder`, so that a later one finds what it stored. */
export async function launchProfile(
	folder: string,
	progress: Progress,
	options: {
		readonly viewport: { width: number; height: number };
		readonly flags?: readonly string[];
	},
): Promise<BrowserContext> {
	const context = await chromium.launchPersistentContext(folder, {
		...launchOptions(progress, options.flags),
		viewport: options.viewport,
		permissions: ["clipboard-read", "clipboard-write"],
	});
	// tsx calls this helper in every function, also in those that a test evaluates in the page.
	await context.addInitScript("globalThis.__name = (named) => named;");
	return context;
}
